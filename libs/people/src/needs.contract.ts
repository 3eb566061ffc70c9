// What a guest needs and a home offers is told in the same words, or nobody could compare them. Kinds of pets are a closed
// list, because an allergy must meet the right animal; diets are open, because nothing a person says about food may be lost.
import * as z from 'zod';

export const petSpecies = ['dog', 'cat', 'bird', 'rodent', 'reptile', 'horse', 'other'] as const;
export const PetSpecies = z.enum(petSpecies).meta({ id: 'PetSpecies' });
export type PetSpecies = z.infer<typeof PetSpecies>;

/** The diets offered for choosing; any other wish is kept in the person's own words. */
export const knownDiets = [
  'vegetarian',
  'vegan',
  'halal',
  'kosher',
  'no_pork',
  'no_beef',
  'pescatarian',
  'gluten_free',
  'lactose_free',
  'nut_free',
  'diabetic',
] as const;
export type KnownDiet = (typeof knownDiets)[number];

export function isKnownDiet(word: string): word is KnownDiet {
  return (knownDiets as readonly string[]).includes(word);
}

export const Diet = z
  .array(z.string().trim().min(1).max(80))
  .max(20)
  .meta({ id: 'Diet', description: `Of ${knownDiets.join(', ')}, or in other words` });
