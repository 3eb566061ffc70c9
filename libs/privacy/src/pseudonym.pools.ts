// Names that nobody stands out with, by the part of the world a person comes from. A pool holds only names that are common
// there, so that a pseudonym looks as ordinary as the names around it. Cyrillic surnames are those with one form for everybody.

/** A name as it is written in Latin letters, and in its own script where that is another one. */
export type PooledName = readonly [latin: string, native?: string];

export interface NamePool {
  readonly women: readonly PooledName[];
  readonly men: readonly PooledName[];
  readonly families: readonly PooledName[];
  /** Between the two parts of a name in its own script. */
  readonly joint?: string;
  readonly familyFirst?: boolean;
}

const latin = (names: string): PooledName[] => names.split(' ').map((name): PooledName => [name]);
/** `Latin=native` by blanks. */
const both = (names: string): PooledName[] =>
  names.split(' ').map((pair): PooledName => [pair.split('=')[0] ?? pair, pair.split('=')[1] ?? pair]);

const anglo: NamePool = {
  women: latin('Emily Sarah Laura Helen Claire Julia Megan Rachel Hannah Alice Karen Nicole Lucy Diane'),
  men: latin('James Daniel Peter Andrew Thomas Simon Kevin Martin Brian Oliver Adam Philip Eric Stephen'),
  families: latin(
    'Carter Hughes Palmer Bennett Foster Morgan Reed Walker Parker Turner Cooper Brooks Ellis Harris Murphy Shaw Watson Price',
  ),
};
const iberian: NamePool = {
  women: latin('Ana Lucia Carmen Elena Sofia Teresa Beatriz Paula Marta Rosa Isabel Carla Laura Silvia'),
  men: latin('Pedro Luis Miguel Andres Rafael Tomas Diego Carlos Manuel Javier Ricardo Paulo Bruno Hugo'),
  families: latin(
    'Costa Ramos Ferreira Morales Ortega Navarro Pinto Duarte Vargas Castro Medina Fuentes Cardoso Moreira Reyes Torres Serrano Lima',
  ),
};
const french: NamePool = {
  women: latin('Claire Sophie Julie Camille Isabelle Anne Nathalie Lucie Pauline Marion Elise Brigitte'),
  men: latin('Pierre Julien Antoine Nicolas Laurent Mathieu Philippe Olivier Vincent Gilles Alain Bruno'),
  families: latin(
    'Moreau Girard Lambert Fontaine Rousseau Mercier Blanchard Garnier Chevalier Lefebvre Renaud Dumont Marchand Perrin Colin Brunet',
  ),
};
const german: NamePool = {
  women: latin('Anna Katrin Sabine Julia Birgit Claudia Ulrike Monika Petra Lena Heike Susanne'),
  men: latin('Stefan Markus Jens Andreas Thomas Florian Uwe Matthias Jan Holger Bernd Dirk'),
  families: latin(
    'Becker Hoffmann Wagner Koch Richter Klein Wolf Neumann Braun Zimmermann Hartmann Lange Krause Vogel Berger Lorenz Winter Huber',
  ),
};
const slavic: NamePool = {
  women: both('Olena=Олена Iryna=Ірина Tetiana=Тетяна Natalia=Наталія Oksana=Оксана Kateryna=Катерина Svitlana=Світлана Larysa=Лариса'),
  men: both('Andrii=Андрій Serhii=Сергій Dmytro=Дмитро Mykola=Микола Ihor=Ігор Taras=Тарас Vasyl=Василь Roman=Роман'),
  families: both(
    'Kovalenko=Коваленко Bondarenko=Бондаренко Shevchenko=Шевченко Tkachenko=Ткаченко Kravchenko=Кравченко Oliinyk=Олійник Marchenko=Марченко Savchenko=Савченко Rudenko=Руденко Lysenko=Лисенко Moroz=Мороз Polishchuk=Поліщук',
  ),
};
const japanese: NamePool = {
  women: both('Yuki=由紀 Keiko=恵子 Naomi=直美 Akiko=明子 Tomoko=智子 Mayumi=真由美 Haruka=遥 Emi=恵美 Kaori=香織 Misaki=美咲'),
  men: both('Takashi=隆 Kenji=健二 Hiroshi=博 Makoto=誠 Daisuke=大輔 Kazuya=和也 Yusuke=裕介 Satoru=悟 Akira=明 Naoki=直樹'),
  families: both(
    'Tanaka=田中 Yamamoto=山本 Nakamura=中村 Kobayashi=小林 Yoshida=吉田 Matsumoto=松本 Inoue=井上 Kimura=木村 Hayashi=林 Shimizu=清水 Mori=森 Ikeda=池田 Hashimoto=橋本 Ishikawa=石川',
  ),
  joint: ' ',
};
const chinese: NamePool = {
  women: both('Li=丽 Fang=芳 Min=敏 Jing=静 Xiuying=秀英 Yan=燕 Juan=娟 Ting=婷'),
  men: both('Wei=伟 Qiang=强 Lei=磊 Jun=军 Yong=勇 Jie=杰 Tao=涛 Ming=明'),
  families: both('Wang=王 Zhang=张 Liu=刘 Chen=陈 Yang=杨 Zhao=赵 Huang=黄 Zhou=周 Wu=吴 Xu=徐 Sun=孙 Hu=胡'),
  joint: '',
};
const korean: NamePool = {
  women: both('Jiwon=지원 Minji=민지 Soyeon=소연 Yujin=유진 Hyejin=혜진 Eunji=은지 Sujin=수진 Jiyoung=지영'),
  men: both('Minho=민호 Junho=준호 Sungmin=성민 Jihoon=지훈 Donghyun=동현 Youngho=영호 Seungho=승호 Jaehyun=재현'),
  families: both('Kim=김 Lee=이 Park=박 Choi=최 Jung=정 Kang=강 Cho=조 Yoon=윤 Jang=장 Lim=임 Han=한 Shin=신'),
  joint: '',
};
const arabic: NamePool = {
  women: both('Layla=ليلى Maryam=مريم Fatima=فاطمة Huda=هدى Salma=سلمى Nadia=نادية Rania=رانيا Samira=سميرة'),
  men: both('Ahmad=أحمد Omar=عمر Khalid=خالد Yusuf=يوسف Hassan=حسن Karim=كريم Samir=سمير Tariq=طارق'),
  families: both(
    'Haddad=حداد Mansour=منصور Khoury=خوري Nasser=ناصر Saleh=صالح Hamdan=حمدان Najjar=نجار Qasim=قاسم Shaheen=شاهين Rahman=رحمان Zayed=زايد Fares=فارس',
  ),
  joint: ' ',
};

const countries: readonly (readonly [NamePool, string])[] = [
  [iberian, 'PT BR ES MX AR CL CO PE UY PY BO EC VE CR PA GT HN SV NI CU DO PR AO MZ CV'],
  [french, 'FR BE LU MC SN CI HT'],
  [german, 'DE AT CH LI'],
  [slavic, 'UA RU BY KZ BG'],
  [japanese, 'JP'],
  [chinese, 'CN TW HK SG'],
  [korean, 'KR KP'],
  [arabic, 'EG SY LB JO PS IQ SA YE OM AE QA KW BH MA DZ TN LY SD'],
];

const scripts: readonly (readonly [NamePool, RegExp])[] = [
  [japanese, /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  [korean, /\p{Script=Hangul}/u],
  [arabic, /\p{Script=Arabic}/u],
  [slavic, /\p{Script=Cyrillic}/u],
  [chinese, /\p{Script=Han}/u],
];

/** The pool a person's own names could have come from. The script of a name in its own letters says more than a country. */
export function poolFor(countryCode: string | null, nativeName: string | null): NamePool {
  const ofCountry = countries.find(([, codes]) => countryCode !== null && codes.split(' ').includes(countryCode))?.[0] ?? anglo;
  const ofScript = scripts.filter(([, script]) => nativeName !== null && script.test(nativeName)).map(([pool]) => pool);
  const isHan = nativeName !== null && /\p{Script=Han}/u.test(nativeName);
  return isHan && (ofCountry === japanese || ofCountry === chinese) ? ofCountry : (ofScript[0] ?? ofCountry);
}

/** Where people work whom nobody could tell apart by it. */
export const workplaces: readonly string[] = [
  'City library',
  'Public school',
  'Regional hospital',
  'Community college',
  'Town council',
  'Local newspaper',
  'Museum of the city',
  'Chamber of commerce',
  'Adult education center',
  'Water works',
  'Youth center',
  'Self-employed',
];
