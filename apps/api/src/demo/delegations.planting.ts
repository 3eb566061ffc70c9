// Three delegations across time, each with its roster and its beds; the one in town with a whole published week.
import { DelegateDraft, DelegationDraft, type Delegate, type DelegateInput, type DelegationInput } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { DelegationEntity, Delegations, Rosters } from '../delegations/index.js';
import { PlacementAnswers, Placements } from '../placements/index.js';
import { artists, artistsStays, sailors, sailorsStays, teachers, teachersStays, type Stay } from './delegations.js';
import type { PlantedPartnerships, Planting } from './program.js';
import { plantWeek } from './week.planting.js';

export interface PlantedDelegation {
  readonly id: Id;
  readonly roster: readonly Delegate[];
}

/** Returns the one that has been here. */
export async function plantDelegations(
  planting: Planting,
  partnerships: PlantedPartnerships,
  families: ReadonlyMap<string, Id>,
): Promise<PlantedDelegation> {
  const { day } = planting;
  const base = { direction: 'inbound', zone: 'America/New_York' } as const;

  const past = await plantDelegation(planting, families, artists, artistsStays, {
    ...base,
    name: 'Essaouira artists',
    programFormat: 'cultural_and_artist_tour',
    track: 4,
    arrivesOn: day(-68),
    departsOn: day(-61),
    notes: 'Six concerts, one mural, and the wish for a partnership. The ensemble slept at the music school.',
  });
  await planting.tx.update(DelegationEntity, past.id, 'any', { state: 'completed' }, 'delegation');

  const inTown = await plantDelegation(planting, families, teachers, teachersStays, {
    ...base,
    name: 'Tamano teachers',
    partnershipId: partnerships.tamano,
    programFormat: 'teacher_and_faculty_exchange',
    track: 5,
    arrivesOn: day(-2),
    departsOn: day(5),
    notes: 'Each teacher is paired with a colleague at O’Maley Innovation Middle School.',
  });
  await plantWeek(planting, inTown.id, inTown.roster);

  await plantDelegation(planting, families, sailors, sailorsStays, {
    ...base,
    name: 'Punta Arenas youth sailing',
    partnershipId: partnerships.puntaArenas,
    programFormat: 'student_and_youth_exchange',
    track: 4,
    arrivesOn: day(12),
    departsOn: day(21),
    notes: 'Eight young sailors with two leaders; regatta on the second Saturday.',
  });
  return past;
}

async function plantDelegation(
  { app, tx }: Planting,
  families: ReadonlyMap<string, Id>,
  travellers: readonly DelegateInput[],
  stays: readonly Stay[],
  draft: DelegationInput,
): Promise<PlantedDelegation> {
  const { id } = await app.get(Delegations, { strict: false }).create(tx, DelegationDraft.parse(draft));
  await tx.update(DelegationEntity, id, 'any', { state: 'confirmed' }, 'delegation');
  const rosters = app.get(Rosters, { strict: false });
  const roster: Delegate[] = [];
  for (const traveller of travellers) roster.push(await rosters.put(tx, id, DelegateDraft.parse(traveller)));
  for (const { guest, family, answer, note } of stays) {
    const [delegateId, householdId] = [roster[guest]?.id, families.get(family)];
    if (!delegateId || !householdId) throw new Error(`The demo places nobody with ${family}.`);
    const placement = await app.get(Placements, { strict: false }).offer(tx, { delegateId, householdId, message: null });
    if (answer) await app.get(PlacementAnswers, { strict: false }).record(tx, placement.id, { answer, note: note ?? null }, 'family');
  }
  return { id, roster };
}
