// Host families: on the list, changed, screened, moved through their states. Nobody becomes approved while a requirement
// is unmet, and the refusal says which. Other areas work inside their own transaction: `add`, `record`, `move`, `factsFor`.
import type { Actor } from '@amity/access';
import {
  householdStates,
  reasonSentence,
  screeningReasons,
  type Household,
  type HouseholdChange,
  type HouseholdFacts,
  type HouseholdPage,
  type HouseholdsQuery,
  type HouseholdState,
  type HouseholdTimeline,
  type SignUp,
} from '@amity/hosting';
import { addDays, dayIn, DomainError, type Id, type LocalDate } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { HouseholdEntity } from './hosting.entities.js';
import { toEvent, toFacts, toHousehold, toSummary } from './hosting.mapper.js';
import { HouseholdsRepository, type WholeHousehold } from './households.repository.js';
import { HouseholdWriter } from './household.writer.js';

@Injectable()
export class Households {
  constructor(
    private readonly tenants: Tenants,
    private readonly households: HouseholdsRepository,
    private readonly writer: HouseholdWriter,
    private readonly organizations: Organizations,
  ) {}

  list(actor: Actor, query: HouseholdsQuery): Promise<HouseholdPage> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.households.list(tx, query);
      const whole = await this.households.whole(
        tx,
        page.items.map(({ id }) => id),
      );
      const byId = new Map(whole.map((row) => [row.id, row]));
      const [requirements, today] = [await this.households.requirements(tx), await this.today(tx)];
      const items = page.items.flatMap(({ id }) => byId.get(id) ?? []).map((row) => toSummary(row, requirements, today));
      return { ...page, items, counts: await this.households.counts(tx) };
    });
  }

  get(actor: Actor, id: Id): Promise<Household> {
    return this.tenants.read(actor, (tx) => this.read(tx, id));
  }

  change(actor: Actor, id: Id, version: number, change: HouseholdChange): Promise<Household> {
    return this.tenants.write(actor, async (tx) => {
      await this.changeIn(tx, id, version, change);
      return this.read(tx, id);
    });
  }

  changeState(actor: Actor, id: Id, version: number, to: HouseholdState): Promise<Household> {
    return this.tenants.write(actor, async (tx) => {
      const before = await tx.lock(HouseholdEntity, id, 'family');
      if (before.version !== version) throw await this.stale(tx, before, version);
      await this.move(tx, id, to);
      return this.read(tx, id);
    });
  }

  timeline(actor: Actor, id: Id, page: { cursor?: string | undefined; limit: number }): Promise<HouseholdTimeline> {
    return this.tenants.read(actor, async (tx) => {
      await tx.get(HouseholdEntity, id, 'family');
      const [entries, requirements] = [await this.households.timeline(tx, id, page), await this.households.requirements(tx)];
      const keys = new Map(requirements.map((requirement) => [requirement.id, requirement.key]));
      return { ...entries, items: entries.items.map((entry) => toEvent(entry, keys)) };
    });
  }

  /** A new household of a complete sign-up, in state `applied`, inside the caller's transaction. */
  async add(tx: TenantTx, signUp: SignUp): Promise<Household> {
    return this.read(tx, await this.writer.add(tx, signUp, await this.today(tx)));
  }

  /** The household as it stands. Throws `kernel.unknown`. */
  async read(tx: TenantTx, id: Id): Promise<Household> {
    return toHousehold(await this.whole(tx, id), await this.households.requirements(tx), await this.today(tx));
  }

  /** Changes what is given; refuses a stale version with what stands now. */
  async changeIn(tx: TenantTx, id: Id, version: number, change: HouseholdChange, show?: (current: Household) => unknown): Promise<void> {
    const before = await tx.lock(HouseholdEntity, id, 'family');
    if (before.version !== version) throw await this.stale(tx, before, version, show);
    await this.writer.change(tx, before, change);
  }

  /** Moves a household to another state. Throws `kernel.state`, or `hosting.not_ready` with all that is missing. */
  async move(tx: TenantTx, id: Id, to: HouseholdState): Promise<void> {
    const { state: from } = await tx.lock(HouseholdEntity, id, 'family');
    if (!householdStates.allows(from, to)) throw new DomainError('kernel.state', { what: 'family', from, to });
    if (to === 'approved') await this.refuseUnlessReady(tx, id);
    await tx.update(HouseholdEntity, id, 'any', { state: to }, 'family');
  }

  /** What `clearance` needs to know; `bedsFree` is null until whoever knows the placements counts them. Throws `kernel.unknown`. */
  async factsFor(tx: TenantTx, id: Id): Promise<HouseholdFacts> {
    return toFacts(await this.whole(tx, id), await this.households.requirements(tx));
  }

  /** The same for many, in two queries; ids that are not there are left out. */
  async factsForMany(tx: TenantTx, ids: readonly Id[]): Promise<HouseholdFacts[]> {
    const requirements = await this.households.requirements(tx);
    return (await this.households.whole(tx, ids)).map((row) => toFacts(row, requirements));
  }

  /** Today where the organization is. */
  async today(tx: TenantTx): Promise<LocalDate> {
    return dayIn((await this.organizations.of(tx)).zone, new Date());
  }

  private async stale(
    tx: TenantTx,
    { id, version: currentVersion }: HouseholdEntity,
    yours: number,
    show: (current: Household) => unknown = (current) => current,
  ): Promise<DomainError> {
    const current = show(await this.read(tx, id));
    return new DomainError('kernel.stale_version', { what: 'family' }, { yours, currentVersion, current });
  }

  private async whole(tx: TenantTx, id: Id): Promise<WholeHousehold> {
    const [row] = await this.households.whole(tx, [id]);
    if (!row) throw new DomainError('kernel.unknown', { what: 'family' });
    return row;
  }

  private async refuseUnlessReady(tx: TenantTx, id: Id): Promise<void> {
    const [facts, today] = [await this.factsFor(tx, id), await this.today(tx)];
    const reasons = screeningReasons(facts, { from: today, to: addDays(today, 1) }, today);
    if (reasons.length === 0) return;
    throw new DomainError(
      'hosting.not_ready',
      { household: facts.name, count: reasons.length },
      { reasons: reasons.map((reason) => ({ ...reason, sentence: reasonSentence(reason) })) },
    );
  }
}
