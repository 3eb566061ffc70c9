// Why somebody looked at a field that is not everybody's business. The list is closed: a purpose is chosen by the code that
// reads, from what the page is for, and never typed. Adding one means adding its word in the web's `audit.purpose`.
import * as z from 'zod';

export const readPurposes = [
  'hosting', // what a family must know to welcome its guest
  'placement', // who fits where
  'screening', // the requirements of a household and its members
  'health_safety', // allergies, medication, whom to call
  'itinerary', // meals, access and interpreters of a visit
  'travel', // passports, visas and flights
  'consent', // what somebody agreed to, and what not
  'safeguarding', // a concern, or a participant at risk
  'sharing', // what the other city may see
  'data_subject_request', // the person asked for it
  'retention', // what is about to be deleted
  'support', // somebody asked for help with this record
] as const;

export const ReadPurpose = z.enum(readPurposes).meta({ id: 'ReadPurpose' });
export type ReadPurpose = z.infer<typeof ReadPurpose>;
