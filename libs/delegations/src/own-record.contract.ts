// What a delegate sees of themself: their journeys, and what the hosts and the kitchen were told about them.
import { Id, LocalDate } from '@amity/kernel';
import { PetSpecies } from '@amity/people';
import * as z from 'zod';
import { DelegateRole } from './delegate.contract.js';
import { DelegationState } from './delegation.contract.js';

export const OwnJourney = z
  .object({
    delegateId: Id,
    personId: Id,
    delegationId: Id,
    delegation: z.string(),
    partnership: z.string().nullable(),
    arrivesOn: LocalDate,
    departsOn: LocalDate,
    state: DelegationState,
    name: z.string(),
    role: DelegateRole,
    email: z.string().nullable(),
    phone: z.string().nullable(),
    diet: z.array(z.string()),
    petAllergies: z.array(PetSpecies),
    flights: z.string().nullable(),
    needsBed: z.boolean(),
  })
  .meta({ id: 'OwnJourney' });
export type OwnJourney = z.infer<typeof OwnJourney>;

/** The latest first. */
export const OwnJourneys = z.object({ organization: z.string(), items: z.array(OwnJourney) }).meta({ id: 'OwnJourneys' });
export type OwnJourneys = z.infer<typeof OwnJourneys>;
