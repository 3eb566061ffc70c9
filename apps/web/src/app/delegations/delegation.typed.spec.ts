import { blank, DelegationForm, type DelegationTyped, filledByFormat, filledByPartnership } from './delegation.typed.js';

const typed: DelegationTyped = { ...blank('America/Chicago'), name: 'Choir', arrivesOn: '2026-05-04' };
const sides = { home: { zone: 'America/New_York' }, partner: { zone: 'Asia/Tokyo' } };

describe('the form of a delegation', () => {
  it('is filled by the program format, except where somebody wrote', () => {
    const faith = { ...typed, programFormat: 'faith_exchange' };
    expect(filledByFormat(faith, new Set())).toEqual({ ...faith, track: '7', departsOn: '2026-05-11' });
    expect(filledByFormat({ ...faith, track: '2', departsOn: '2026-06-01' }, new Set(['track', 'departsOn']))).toEqual({
      ...faith,
      track: '2',
      departsOn: '2026-06-01',
    });
  });

  it('guesses no departure before there is an arrival', () => {
    expect(filledByFormat({ ...typed, arrivesOn: '' }, new Set()).departsOn).toBe('');
  });

  it('takes the zone of the side that receives', () => {
    expect(filledByPartnership(typed, sides, new Set()).zone).toBe('America/New_York');
    expect(filledByPartnership({ ...typed, direction: 'outbound' }, sides, new Set()).zone).toBe('Asia/Tokyo');
    expect(filledByPartnership(typed, sides, new Set(['zone'])).zone).toBe('America/Chicago');
    expect(filledByPartnership(typed, null, new Set()).zone).toBe('America/Chicago');
  });

  it('gives the api what the shared schema accepts, and says at the field what does not fit', () => {
    expect(DelegationForm.parse({ ...typed, departsOn: '2026-05-10' })).toEqual({
      name: 'Choir',
      direction: 'inbound',
      partnershipId: null,
      programFormat: 'sister_city_delegation',
      track: 4,
      arrivesOn: '2026-05-04',
      departsOn: '2026-05-10',
      zone: 'America/Chicago',
      rule: 'public',
      notes: null,
    });
    const issues = DelegationForm.safeParse({ ...typed, departsOn: '2026-05-01' }).error?.issues ?? [];
    expect(issues.map((issue) => issue.path)).toEqual([['departsOn']]);
  });
});
