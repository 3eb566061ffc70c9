// The words a roster uses for animals and food, in the languages of the product. Animals must be understood, because a bed is
// refused or given on them; what is said about food is kept in its own words when it is not understood.
import { eachCell, looseName, parsed, unparsed, cellText, type CellParser } from '@amity/interchange';
import { knownDiets, petSpecies, type KnownDiet, type PetSpecies } from '@amity/people';

const nothing = [
  'none',
  'no',
  'nothing',
  'n/a',
  'na',
  'nil',
  '0',
  '-',
  '–',
  'keine',
  'nein',
  'aucune',
  'aucun',
  'non',
  'ninguna',
  'ninguno',
  'なし',
  'لا',
  'لا يوجد',
];

const animals: Readonly<Record<PetSpecies, readonly string[]>> = {
  dog: ['dogs', 'Hund', 'Hunde', 'chien', 'chiens', 'perro', 'perros', '犬', 'كلب', 'كلاب'],
  cat: ['cats', 'Katze', 'Katzen', 'chat', 'chats', 'gato', 'gatos', '猫', 'قطة', 'قطط'],
  bird: ['birds', 'Vogel', 'Vögel', 'oiseau', 'oiseaux', 'pájaro', 'pájaros', 'ave', 'aves', '鳥', 'طيور'],
  rodent: ['rodents', 'hamster', 'hamsters', 'guinea pig', 'guinea pigs', 'rabbit', 'rabbits', 'Nagetiere', 'rongeurs', 'roedores'],
  reptile: ['reptiles', 'snake', 'snakes', 'Reptilien', 'reptile'],
  horse: ['horses', 'Pferd', 'Pferde', 'cheval', 'chevaux', 'caballo', 'caballos', '馬', 'خيول'],
  other: ['others', 'other animals', 'andere', 'autres', 'otros', 'その他'],
};

const food: Readonly<Record<KnownDiet, readonly string[]>> = {
  vegetarian: [
    'veggie',
    'vegetarisch',
    'Vegetarier',
    'Vegetarierin',
    'végétarien',
    'végétarienne',
    'vegetariano',
    'vegetariana',
    'ベジタリアン',
    'نباتي',
  ],
  vegan: ['végane', 'végan', 'vegano', 'vegana', 'ヴィーガン', 'نباتي صرف'],
  halal: ['halāl', 'حلال', 'ハラール'],
  kosher: ['koscher', 'casher', 'cachère', 'コーシャ'],
  no_pork: ['no pork', 'kein Schweinefleisch', 'sans porc', 'sin cerdo', 'pork free'],
  no_beef: ['no beef', 'kein Rindfleisch', 'sans bœuf', 'sin ternera', 'beef free'],
  pescatarian: ['pescetarian', 'pescatarisch', 'pescétarien', 'pescetariano'],
  gluten_free: ['gluten free', 'no gluten', 'glutenfrei', 'sans gluten', 'sin gluten', 'coeliac', 'celiac'],
  lactose_free: ['lactose free', 'no lactose', 'laktosefrei', 'sans lactose', 'sin lactosa', 'dairy free'],
  nut_free: ['nut free', 'no nuts', 'nut allergy', 'nussfrei', 'sans noix', 'sin nueces'],
  diabetic: ['diabetes', 'diabetiker', 'Diabetikerin', 'diabétique', 'diabético', 'diabética'],
};

function dictionary<T extends string>(words: Readonly<Record<T, readonly string[]>>, values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(values.flatMap((value) => [value, ...words[value]].map((word) => [looseName(word) || word, value] as const)));
}

const speciesOf = dictionary(animals, petSpecies);
const dietOf = dictionary(food, knownDiets);
const nothingWords = new Set(nothing.map((word) => looseName(word) || word));

const wordsIn = (text: string): string[] =>
  text
    .split(/[,;/|\n、،+&]| and | und | et | y /u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
const said = (word: string): string => looseName(word) || word;
const meansNothing = (words: readonly string[]): boolean => words.every((word) => nothingWords.has(said(word)));

/** Kinds of animals, without repeats; "none" is an empty list and an animal nobody knows is refused. */
export function petAllergies(): CellParser<PetSpecies[]> {
  return eachCell((cell) => {
    const words = wordsIn(cellText(cell));
    if (meansNothing(words)) return parsed([]);
    const species = words.map((word) => speciesOf.get(said(word)));
    if (species.includes(undefined)) return unparsed('interchange.not_a_choice', { choices: petSpecies.join(', ') });
    return parsed(petSpecies.filter((one) => species.includes(one)));
  });
}

/** Diets without repeats: known ones by their key, others as they are written. */
export function diets(): CellParser<string[]> {
  return eachCell((cell) => {
    const words = wordsIn(cellText(cell));
    if (meansNothing(words)) return parsed([]);
    const long = words.find((word) => word.length > 80);
    if (long !== undefined) return unparsed('interchange.cell_too_long', { length: long.length, limit: 80 });
    return parsed([...new Set(words.map((word) => dietOf.get(said(word)) ?? word))].slice(0, 20));
  });
}
