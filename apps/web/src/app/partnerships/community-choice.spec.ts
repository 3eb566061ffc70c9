import type { Community, CommunityDraft, PlaceHit } from '@amity/partnerships';
import { choiceOf, needsALook } from './community-choice.js';
import { newPartnershipForm } from './new-partnership.form.js';

const draft: CommunityDraft = { name: 'Bonn', countryCode: 'DE', latitude: 50.73, longitude: 7.1, zone: 'Europe/Berlin', population: null };
const hit: PlaceHit = { ...draft, gazetteerId: 2946447, countryName: 'Germany', region: '07' };
const known: Community = { ...draft, id: '01a20158-a37c-77b6-aac5-8e5ab85858cc', gazetteerId: null, flagged: true, version: 1 };

describe('what was picked for a side', () => {
  it('is sent as an id, as a number of the gazetteer, or as it was written', () => {
    expect([choiceOf(known), choiceOf(hit), choiceOf(draft)]).toEqual([{ id: known.id }, { gazetteerId: hit.gazetteerId }, draft]);
  });

  it('needs a look unless the gazetteer knows it', () => {
    expect([needsALook(known), needsALook({ ...known, flagged: false, gazetteerId: 1 }), needsALook(hit), needsALook(draft)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('the form of a new partnership', () => {
  const form = newPartnershipForm('Choose one.');
  const rest = { kind: 'twinning', notes: ' both write ', since: ' ' } as const;

  it('keeps what was picked whole and takes an empty beginning for an unknown one', () => {
    expect(form.parse({ home: known, partner: hit, ...rest })).toEqual({
      home: known,
      partner: hit,
      kind: 'twinning',
      notes: 'both write',
      since: null,
    });
    expect(form.parse({ home: draft, partner: hit, ...rest, since: '1986' })).toMatchObject({ home: draft, since: '1986' });
  });

  it('says at which side nobody was picked, and when a beginning is no date', () => {
    const { error } = form.safeParse({ home: null, partner: hit, ...rest, since: 'long ago' });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['home', 'Choose one.'],
      ['since', 'issue.since_unclear'],
    ]);
  });
});
