// How well a family fits a guest, once clearance has said that it may: a language in common 45, the guest's diet 35, a room of
// one's own 10, and a bed to spare for a companion 10. The score orders proposals; it never allows or forbids anything.
import type { Room } from '@amity/hosting';
import type { Objection } from './placement.contract.js';

export interface FitGuest {
  readonly languages: readonly string[];
  readonly diet: readonly string[];
}

export interface FitHome {
  readonly languages: readonly string[];
  readonly dietOffered: readonly string[];
  readonly room: Room;
  readonly bedsFree: number;
}

export interface Fit {
  /** 0 to 100 */
  readonly score: number;
  readonly sharedLanguages: string[];
  readonly dietMissing: string[];
  /** What speaks against it most, in the order language, diet, room; null when nothing does. */
  readonly weakest: Objection | null;
}

/** `pt-BR` and `pt` are one language at the breakfast table. */
const spoken = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;
const folded = (word: string): string => word.trim().toLowerCase();

export function fitOf(guest: FitGuest, home: FitHome, name: (code: string, kind: 'language' | 'diet') => string): Fit {
  const atHome = new Set(home.languages.map(spoken));
  const sharedLanguages = guest.languages.filter((tag) => atHome.has(spoken(tag)));
  const offered = new Set(home.dietOffered.map(folded));
  const dietMissing = guest.diet.filter((wish) => !offered.has(folded(wish)));
  const language = guest.languages.length === 0 ? 20 : sharedLanguages.length > 0 ? 45 : 0; // nobody asked: neither good nor bad
  const diet = guest.diet.length === 0 ? 35 : Math.round((35 * (guest.diet.length - dietMissing.length)) / guest.diet.length);
  const room = home.room === 'own_room' ? 10 : 0;
  const spare = home.bedsFree > 1 ? 10 : home.bedsFree === 1 ? 5 : 0;
  return { score: language + diet + room + spare, sharedLanguages, dietMissing, weakest: weakest() };

  function weakest(): Objection | null {
    if (guest.languages.length > 0 && sharedLanguages.length === 0)
      return { code: 'no_shared_language', sentence: `No language in common: the guest speaks ${list(guest.languages, 'language')}.` };
    if (dietMissing.length > 0) return { code: 'diet_not_offered', sentence: `Not offered at the table: ${list(dietMissing, 'diet')}.` };
    if (guest.languages.length === 0) return { code: 'languages_unknown', sentence: 'Nobody wrote down which languages the guest speaks.' };
    if (home.room === 'shared_with_child') return { code: 'room_shared', sentence: 'The guest would share a room with a child.' };
    if (home.room === 'living_area') return { code: 'living_area', sentence: 'The bed stands in the living area.' };
    return null;
  }

  function list(codes: readonly string[], kind: 'language' | 'diet'): string {
    return codes.map((code) => name(code, kind)).join(', ');
  }
}
