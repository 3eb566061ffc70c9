/** The nine tracks of multi-track diplomacy (Diamond and McDonald, 1996), by number. */
export const tracks = [
  { number: 1, name: 'Government' },
  { number: 2, name: 'Professional conflict resolution' },
  { number: 3, name: 'Business' },
  { number: 4, name: 'Private citizen' },
  { number: 5, name: 'Research, training and education' },
  { number: 6, name: 'Peace activism' },
  { number: 7, name: 'Religious' },
  { number: 8, name: 'Funding' },
  { number: 9, name: 'Communications and media' },
] as const;
