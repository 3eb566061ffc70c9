import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import type { Guest, Placement } from '@amity/placements';
import english from '../../../i18n/placements/en.json' with { type: 'json' };
import { withEnglish } from '../../../testing/english.js';
import { GuestList, stateOfGuest } from './guest-list.js';

const placement = (state: Placement['state']): Placement => ({
  id: 'p',
  delegateId: 'g',
  guestName: 'Sato Yuki',
  delegationId: 'd',
  delegationName: 'Tamano teachers',
  householdId: 'h',
  householdName: 'Okafor',
  town: 'Gloucester',
  bed: 1,
  nights: { from: '2026-05-12', to: '2026-05-15' },
  state,
  offeredAt: '2026-05-01T10:00:00Z',
  answeredAt: null,
  answeredBy: null,
  answerNote: null,
  version: 1,
});
const guest = (overrides: Partial<Guest> = {}): Guest => ({
  delegateId: 'g',
  name: 'Sato Yuki',
  nativeName: '佐藤 由紀',
  role: 'delegate',
  ageGroup: 'adult',
  languages: ['ja', 'en'],
  diet: ['halal', 'no onions'],
  petAllergies: ['cat'],
  placements: [],
  open: { from: '2026-05-12', to: '2026-05-15' },
  ...overrides,
});

describe('the state of a guest', () => {
  it('tells a bed missing, partly there, asked for and settled', () => {
    const open = { from: '2026-05-14', to: '2026-05-15' };
    expect([
      stateOfGuest(guest()),
      stateOfGuest(guest({ placements: [placement('declined')] })),
      stateOfGuest(guest({ placements: [placement('accepted')], open })),
      stateOfGuest(guest({ placements: [placement('offered')], open: null })),
      stateOfGuest(guest({ placements: [placement('declined'), placement('accepted')], open: null })),
    ]).toEqual(['open', 'open', 'partly', 'offered', 'accepted']);
  });
});

describe('the list of guests', () => {
  it('shows what a host must know while there is no family, then the family; unknown wishes stay as written', async () => {
    TestBed.configureTestingModule({ imports: [GuestList, withEnglish()], providers: [provideRouter([])] });
    TestBed.inject(TranslocoService).setTranslation({ placements: english }, 'en', { merge: true });
    const list = TestBed.createComponent(GuestList);
    list.componentRef.setInput('guests', [guest(), guest({ delegateId: 'k', placements: [placement('offered')], open: null })]);
    list.componentRef.setInput('chosen', 'k');
    await list.whenStable();
    const root = list.nativeElement as HTMLElement;
    const lines = [...root.querySelectorAll('a')].map((line) => [
      line.getAttribute('aria-current'),
      ...[...line.children].map((part) => part.textContent?.trim()),
    ]);
    expect(lines).toEqual([
      [null, 'Sato Yuki', 'no bed yet', 'Japanese, English · halal, no onions · cats'],
      ['true', 'Sato Yuki', 'asked', 'Okafor'],
    ]);
  });
});
