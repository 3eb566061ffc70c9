// The pictures that README.md shows. A name here is a file that `shoot` writes; it lands in docs/images under the same name.
export const readmeShots: readonly string[] = [
  'tour-today-1440-light.png',
  'tour-visit-week-1440-light.png',
  'tour-placements-1440-light.png',
  'tour-host-sign-up-360-light.png',
  'tour-pocket-360-light.png',
  'tour-outcomes-1440-light.png',
];
