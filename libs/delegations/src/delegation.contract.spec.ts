import { DelegationDraft } from './delegation.contract.js';
import { programFormat, programFormatKeys, programFormats } from './program-formats.js';
import { tracks } from './tracks.js';

const draft = {
  name: 'Brasília comes to visit',
  direction: 'inbound',
  programFormat: 'sister_city_delegation',
  track: 4,
  arrivesOn: '2026-05-04',
  departsOn: '2026-05-10',
  zone: 'America/New_York',
};
const complaints = (changes: object) =>
  DelegationDraft.safeParse({ ...draft, ...changes }).error?.issues.map((issue) => [issue.path.join('.'), issue.message]);

describe('the draft of a delegation', () => {
  it('is accepted whole, a day visit included', () => {
    expect(complaints({})).toBeUndefined();
    expect(complaints({ departsOn: '2026-05-04' })).toBeUndefined();
  });

  it('never ends before it starts', () => {
    expect(complaints({ departsOn: '2026-05-03' })).toEqual([['departsOn', 'issue.delegation_ends_before_start']]);
  });

  it('refuses a day that does not exist, a format nobody knows and a zone that is none', () => {
    expect(complaints({ arrivesOn: '2026-02-30', programFormat: 'cruise', zone: 'Mars/Base' })).toEqual([
      ['programFormat', 'issue.format_missing'],
      ['arrivesOn', 'issue.day_unknown'],
      ['zone', 'issue.zone_unknown'],
    ]);
  });
});

describe('program formats', () => {
  it('are the seventeen, each with a name of its own', () => {
    expect(programFormats.map((format) => format.key)).toEqual([...programFormatKeys]);
    expect(new Set(programFormats.map((format) => format.name)).size).toBe(17);
    expect(programFormat('faith_exchange')?.defaults).toEqual({ track: 7, days: 7, bedsNeeded: true, reciprocalVisit: true });
    expect(programFormat('cruise')).toBeUndefined();
  });

  it('stand on one of the nine tracks', () => {
    expect(tracks.map((track) => track.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
