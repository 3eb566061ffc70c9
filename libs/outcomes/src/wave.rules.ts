// A survey is open from its first day to the end of its last, in the organization's zone. Links live on for a while after
// that, so that a late delegate reads that it closed instead of that the link is unknown.
import { addDays, daysBetween, type LocalDate } from '@amity/kernel';
import type { WaveState } from './wave.contract.js';

/** How long a link still explains itself after the survey closed. */
export const GRACE_DAYS = 60;

export function waveState(wave: { readonly opensOn: LocalDate; readonly closesOn: LocalDate }, today: LocalDate): WaveState {
  if (today < wave.opensOn) return 'scheduled';
  return today > wave.closesOn ? 'closed' : 'open';
}

/** Days a link made today must live. */
export function linkDays(wave: { readonly closesOn: LocalDate }, today: LocalDate): number {
  return Math.max(1, daysBetween(today, addDays(wave.closesOn, 1 + GRACE_DAYS)));
}
