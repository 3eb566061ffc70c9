// What a household's rows say is written here alone, always inside the caller's transaction: the whole family at once when
// it signs up, and later what changed. Changing pets or nights is changing the household, so its version moves with them.
import { generalExchange, mergedOffers, type HouseholdChange, type Pet, type SignUp } from '@amity/hosting';
import { DomainError, type Id, type Interval, type LocalDate } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { People } from '../people/index.js';
import {
  CheckEntity,
  ConsentEntity,
  HouseholdEntity,
  MemberEntity,
  OfferEntity,
  PetEntity,
  RequirementEntity,
} from './hosting.entities.js';

/** The words people agree to in the sign-up; raise it when their meaning changes. */
const wordingVersion = 1;

@Injectable()
export class HouseholdWriter {
  constructor(private readonly people: People) {}

  /** The family of a complete sign-up; the application itself is the first requirement met. @returns the household's id */
  async add(tx: TenantTx, signUp: SignUp, today: LocalDate): Promise<Id> {
    const requirements = await this.requirements(tx);
    const { id: householdId } = await tx.insert(HouseholdEntity, {
      name: familyName(signUp),
      state: 'applied',
      email: signUp.email,
      phone: signUp.phone,
      address: signUp.address,
      postalCode: signUp.postalCode,
      town: signUp.town,
      languages: signUp.languages,
      dietOffered: signUp.dietOffered,
      beds: signUp.beds,
      room: signUp.room,
      stairs: signUp.stairs,
      smokers: signUp.smokers,
      notes: signUp.notes,
    });
    await this.addMembers(tx, householdId, signUp);
    await this.addPets(tx, householdId, signUp.pets);
    await this.addOffers(tx, householdId, mergedOffers(signUp.offers));
    const consents = (['participation', 'screening', ...(signUp.agreesToFollowUp ? (['follow_up'] as const) : [])] as const).map((key) => ({
      householdId,
      key,
      wordingVersion,
    }));
    await tx.insertMany(ConsentEntity, consents);
    const application = requirements.find(({ key, scope }) => key === 'application' && scope === 'household');
    if (application)
      await tx.insert(CheckEntity, {
        householdId,
        requirementId: application.id,
        memberId: null,
        outcome: 'passed',
        checkedOn: today,
        validUntil: null,
        provider: null,
      });
    return householdId;
  }

  /** Writes what is given; the caller holds the row's lock. */
  async change(tx: TenantTx, before: HouseholdEntity, { pets, offers, ...columns }: HouseholdChange): Promise<void> {
    const petsChanged = pets !== undefined && (await this.replacePets(tx, before.id, pets));
    const offersChanged = offers !== undefined && (await this.replaceOffers(tx, before.id, offers));
    const { version } = await tx.update(HouseholdEntity, before.id, 'any', columns, 'family');
    if (version === before.version && (petsChanged || offersChanged))
      await tx.query(`update hosting.households set version = version + 1, updated_at = now() where organization_id = $1 and id = $2`, [
        before.id,
      ]);
  }

  /** The organization's requirements; at their first use those of the General exchange pack. */
  async requirements(tx: TenantTx): Promise<RequirementEntity[]> {
    const all = () => tx.from(RequirementEntity, 'r').getMany();
    const known = await all();
    if (known.length > 0) return known;
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 4712))`); // two first families at once: one brings the pack
    const meanwhile = await all();
    if (meanwhile.length > 0) return meanwhile;
    const { name: source, version: sourceVersion, requirements } = generalExchange;
    return tx.insertMany(
      RequirementEntity,
      requirements.map((requirement, at) => ({ ...requirement, position: at + 1, source, sourceVersion })),
    );
  }

  private async addMembers(tx: TenantTx, householdId: Id, signUp: SignUp): Promise<void> {
    const { givenName, familyName, email, phone, languages } = signUp;
    const persons = await this.people.findOrCreateMany(tx, [
      { givenName, familyName, email, phone, languages },
      ...signUp.members.map((member) => ({ givenName: member.givenName, familyName: member.familyName, birthDate: member.birthDate })),
    ]);
    const rows = persons.map(({ id: personId }, at) => ({
      householdId,
      personId,
      relation: at === 0 ? ('contact' as const) : (signUp.members[at - 1]?.relation ?? 'adult'),
    }));
    await tx.guarded(() => tx.insertMany(MemberEntity, rows), {
      members_live_once: () => {
        throw new DomainError('hosting.member_elsewhere');
      },
    });
  }

  private addPets(tx: TenantTx, householdId: Id, pets: readonly Pet[]): Promise<PetEntity[]> {
    return tx.guarded(
      () =>
        tx.insertMany(
          PetEntity,
          pets.map(({ species, count }) => ({ householdId, species, count })),
        ),
      {
        pets_species_once: () => {
          throw new DomainError('hosting.pet_twice', {}, { errors: [{ path: 'pets', detail: 'Name each kind of animal once.' }] });
        },
      },
    );
  }

  private addOffers(tx: TenantTx, householdId: Id, offers: readonly Interval<LocalDate>[]): Promise<OfferEntity[]> {
    return tx.guarded(
      () =>
        tx.insertMany(
          OfferEntity,
          offers.map(({ from, to }) => ({ householdId, nights: `[${from},${to})` })),
        ),
      {
        offers_do_not_overlap: () => {
          throw new DomainError(
            'hosting.offers_overlap',
            {},
            { errors: [{ path: 'offers', detail: 'Some of these nights are offered twice.' }] },
          );
        },
      },
    );
  }

  /** @returns whether anything changed */
  private async replacePets(tx: TenantTx, householdId: Id, wanted: readonly Pet[]): Promise<boolean> {
    const present = await tx.from(PetEntity, 'p').where('p.householdId = :householdId', { householdId }).getMany();
    const gone = present.filter((pet) => !wanted.some(({ species, count }) => species === pet.species && count === pet.count));
    const added = wanted.filter(({ species, count }) => !present.some((pet) => species === pet.species && count === pet.count));
    for (const { id } of gone) await tx.remove(PetEntity, id, 'any', 'pet');
    await this.addPets(tx, householdId, added);
    return gone.length + added.length > 0;
  }

  /** @returns whether anything changed */
  private async replaceOffers(tx: TenantTx, householdId: Id, offers: readonly Interval<LocalDate>[]): Promise<boolean> {
    const present = await tx.from(OfferEntity, 'o').where('o.householdId = :householdId', { householdId }).getMany();
    const wanted = mergedOffers(offers);
    const gone = present.filter(({ nights }) => !wanted.some(({ from, to }) => nights === `[${from},${to})`));
    const added = wanted.filter(({ from, to }) => !present.some(({ nights }) => nights === `[${from},${to})`));
    for (const { id } of gone) await tx.remove(OfferEntity, id, 'any', 'offer');
    await this.addOffers(tx, householdId, added);
    return gone.length + added.length > 0;
  }
}

/** Okafor, or Okafor & Lindqvist: the family names of its adults, each once. */
function familyName({ givenName, familyName: own, members }: SignUp): string {
  const names = [own, ...members.filter(({ relation }) => relation === 'adult').map((member) => member.familyName)].filter(Boolean);
  return [...new Set(names)].join(' & ').slice(0, 160) || givenName;
}
