// A program format is a template for a kind of exchange: choosing one fills the form with what is usual, and everything
// may be changed. Formats are data; a new one is a new entry here and nothing else.

export interface ProgramFormat {
  readonly key: string;
  readonly name: string;
  /** Whose programs it follows. */
  readonly modelledOn: string;
  readonly defaults: {
    readonly track: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
    /** Days from arrival to departure, to suggest a departure. */
    readonly days: number;
    /** Delegates are guests in homes unless the roster says otherwise. */
    readonly bedsNeeded: boolean;
    readonly reciprocalVisit: boolean;
  };
}

export const programFormatKeys = [
  'sister_city_delegation',
  'professional_visitor_program',
  'scholar_exchange',
  'student_and_youth_exchange',
  'teacher_and_faculty_exchange',
  'citizen_exchange',
  'cultural_and_artist_tour',
  'sports_exchange',
  'scientific_exchange',
  'faith_exchange',
  'business_and_trade_mission',
  'humanitarian_and_community_project',
  'grass_roots_and_environmental_exchange',
  'track_two_dialogue',
  'professional_world_affairs_program',
  'conference_and_workshop',
  'visiting_journalists',
] as const;
export type ProgramFormatKey = (typeof programFormatKeys)[number];

type Row = readonly [
  name: string,
  modelledOn: string,
  track: ProgramFormat['defaults']['track'],
  days: number,
  beds: boolean,
  reciprocal: boolean,
];

const rows: Readonly<Record<ProgramFormatKey, Row>> = {
  sister_city_delegation: ['Sister-city delegation', 'Sister Cities International members', 4, 6, true, true],
  professional_visitor_program: [
    'Professional visitor program',
    'Global Ties U.S. / National Council for International Visitors',
    5,
    4,
    false,
    false,
  ],
  scholar_exchange: ['Scholar exchange', 'Fulbright', 5, 120, false, false],
  student_and_youth_exchange: ['Student and youth exchange', 'School and club exchanges', 5, 14, true, true],
  teacher_and_faculty_exchange: ['Teacher and faculty exchange', 'Faculty exchange', 5, 10, true, true],
  citizen_exchange: ['Citizen exchange', 'Citizen Exchange Corps, People to People, Center for Citizen Initiatives', 4, 10, true, true],
  cultural_and_artist_tour: ['Cultural and artist tour', 'Cultural exchanges, traveling artists', 4, 7, true, false],
  sports_exchange: ['Sports exchange', 'Soccer and “sports peacebuilding”', 4, 7, true, true],
  scientific_exchange: ['Scientific exchange', 'Scientific exchanges', 5, 7, false, false],
  faith_exchange: ['Faith exchange', 'Quaker and Mennonite churches', 7, 7, true, true],
  business_and_trade_mission: ['Business and trade mission', 'Track 3', 3, 4, false, true],
  humanitarian_and_community_project: ['Humanitarian and community project', 'Humanitarian exchanges', 4, 14, true, false],
  grass_roots_and_environmental_exchange: ['Grass-roots and environmental exchange', 'ECOLOGIA, Clamshell Alliance', 6, 8, true, true],
  track_two_dialogue: [
    'Track II dialogue',
    'Problem-solving workshops, facilitated joint brainstorming, pre-negotiation',
    2,
    4,
    false,
    false,
  ],
  professional_world_affairs_program: ['Professional world-affairs program', 'World Affairs Councils', 5, 2, false, false],
  conference_and_workshop: ['Conference and workshop', 'Workshops, conferences', 5, 3, false, false],
  visiting_journalists: ['Visiting journalists', 'Media exchange', 9, 5, false, false],
};

export const programFormats: readonly ProgramFormat[] = programFormatKeys.map((key) => {
  const [name, modelledOn, track, days, bedsNeeded, reciprocalVisit] = rows[key];
  return { key, name, modelledOn, defaults: { track, days, bedsNeeded, reciprocalVisit } };
});

/** The format of a stored key; undefined for a key of a later version. */
export function programFormat(key: string): ProgramFormat | undefined {
  return programFormats.find((format) => format.key === key);
}
