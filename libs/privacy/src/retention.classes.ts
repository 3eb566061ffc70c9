// What is kept, why, how long and what becomes of it: one line a class of records. The periods are what an organization begins with; it
// may change them between `least` and `most`, never without an end.
import type { Period } from './calendar.js';

export const retentionKeys = [
  'identity_documents',
  'medical_facts',
  'other_confidences',
  'confidences_at_rest',
  'delegate_needs',
  'dialogue_notes',
  'survey_links',
  'screening_evidence',
  'import_files',
  'job_results',
  'letters',
] as const;
export type RetentionKey = (typeof retentionKeys)[number];

/** From which day the period is counted. */
export const clocks = ['return', 'last_change', 'appointment', 'survey_closed', 'lapse', 'arrival_here', 'sending'] as const;
export type RetentionClock = (typeof clocks)[number];

/** `removed`: the record goes · `emptied`: the record stays without what it held · `unlinked`: it stays and nobody knows whose it is. */
export const fates = ['removed', 'emptied', 'unlinked'] as const;
export type Fate = (typeof fates)[number];

export interface RetentionClass {
  /** What it is kept for. */
  readonly purpose: 'travel' | 'care' | 'planning' | 'dialogue' | 'outcomes' | 'safeguarding' | 'tracing';
  readonly from: RetentionClock;
  readonly keep: Period;
  readonly least: Period;
  readonly most: Period;
  readonly fate: Fate;
}

const days = (count: number): Period => ({ count, unit: 'days' });
const months = (count: number): Period => ({ count, unit: 'months' });

/** Defaults of SAFEGUARDING, "Consent and data protection"; files and letters because they repeat what a roster said in the open. */
export const retentionClasses: Readonly<Record<RetentionKey, RetentionClass>> = {
  identity_documents: { purpose: 'travel', from: 'return', keep: days(30), least: days(1), most: months(12), fate: 'removed' },
  medical_facts: { purpose: 'care', from: 'return', keep: days(30), least: days(1), most: months(12), fate: 'removed' },
  other_confidences: { purpose: 'care', from: 'return', keep: days(30), least: days(1), most: months(12), fate: 'removed' },
  confidences_at_rest: { purpose: 'care', from: 'last_change', keep: months(24), least: months(1), most: months(60), fate: 'removed' },
  delegate_needs: { purpose: 'planning', from: 'return', keep: days(30), least: days(1), most: months(12), fate: 'emptied' },
  dialogue_notes: { purpose: 'dialogue', from: 'appointment', keep: days(90), least: days(1), most: months(12), fate: 'emptied' },
  survey_links: { purpose: 'outcomes', from: 'survey_closed', keep: months(24), least: months(1), most: months(60), fate: 'unlinked' },
  screening_evidence: { purpose: 'safeguarding', from: 'lapse', keep: months(36), least: months(12), most: months(120), fate: 'removed' },
  import_files: { purpose: 'tracing', from: 'arrival_here', keep: days(90), least: days(1), most: months(12), fate: 'removed' },
  job_results: { purpose: 'tracing', from: 'last_change', keep: days(90), least: days(1), most: months(12), fate: 'emptied' },
  letters: { purpose: 'tracing', from: 'sending', keep: days(90), least: days(1), most: months(24), fate: 'removed' },
};
