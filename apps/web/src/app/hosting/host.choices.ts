// What the public pages offer for choosing. The lists are typed by the contracts and written out here, so that a phone need
// not load the schemas behind them.
import type { Room } from '@amity/hosting';
import type { KnownDiet, PetSpecies } from '@amity/people';

export const roomChoices: readonly Room[] = ['own_room', 'shared_with_child', 'living_area'];
export const petChoices: readonly PetSpecies[] = ['dog', 'cat', 'bird', 'rodent', 'reptile', 'horse', 'other'];
export const dietChoices: readonly KnownDiet[] = [
  'vegetarian',
  'vegan',
  'halal',
  'kosher',
  'no_pork',
  'gluten_free',
  'lactose_free',
  'nut_free',
];

const spoken =
  'ar bg bn cs da de el en es et fa fi fil fr ga he hi hr hu id is it ja ka ko lt lv nl no pl ps pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh';

/** Languages by name, in the reader's language and order. */
export function languageChoices(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const order = new Intl.Collator(locale);
  return spoken
    .split(' ')
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => order.compare(a.label, b.label));
}
