// A dozen host families in all stages: signed up, being screened, approved, one with a check that runs out, one resting, one declined.
import { SignUp, type HouseholdState } from '@amity/hosting';
import type { Id } from '@amity/kernel';
import { Households, Screenings } from '../hosting/index.js';
import { families, type FamilyPlan } from './families.js';
import type { Planting } from './program.js';

/** How a family came to its state, one permitted step after the other. */
const waysTo: Readonly<Record<HouseholdState, readonly HouseholdState[]>> = {
  applied: [],
  vetting: ['vetting'],
  approved: ['vetting', 'approved'],
  paused: ['vetting', 'approved', 'paused'],
  declined: ['vetting', 'declined'],
};

/** @returns the households' ids by the family's key */
export async function plantFamilies(planting: Planting): Promise<ReadonlyMap<string, Id>> {
  const ids = new Map<string, Id>();
  for (const family of families) ids.set(family.key, await plantFamily(planting, family));
  return ids;
}

async function plantFamily({ app, tx, day }: Planting, family: FamilyPlan): Promise<Id> {
  const households = app.get(Households, { strict: false });
  const screenings = app.get(Screenings, { strict: false });
  const { id, members } = await households.add(
    tx,
    SignUp.parse({
      ...family.signUp,
      email: `${family.key}@example.org`,
      postalCode: family.signUp.postalCode ?? '01930',
      hasPets: family.signUp.pets.length > 0,
      offers: family.offers.map(([from, to]) => ({ from: day(from), to: day(to) })),
      agreesToTakePart: true,
      agreesToScreening: true,
      agreesToFollowUp: true,
    }),
  );
  const record = (requirementKey: string, checkedOn: number, memberId: Id | null, provider: string | null) =>
    screenings.record(tx, id, { requirementKey, memberId, outcome: 'passed', checkedOn: day(checkedOn), validUntil: null, provider });
  if (family.screened === 'whole') {
    await record('application', -220, null, null);
    for (const key of ['home_visit', 'reference_1', 'reference_2', 'orientation']) await record(key, -210, null, 'Carmen Ortega');
    for (const { id: member, relation } of members)
      if (relation !== 'child') await record('criminal_check', family.checkedOn ?? -205, member, 'State background office');
  } else if (family.screened === 'begun') await record('home_visit', -6, null, 'Carmen Ortega');
  for (const state of waysTo[family.state]) await households.move(tx, id, state);
  return id;
}
