// The demo's program: partnerships, families, delegations and outcomes, through the services of their areas, so that every rule, the audit
// log and the outbox have seen it. One transaction; planted already, it does nothing.
import { addDays, dayIn, type Id, type LocalDate } from '@amity/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DelegationEntity } from '../delegations/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Gazetteer, Partnerships } from '../partnerships/index.js';
import { demoOrganization } from './organization.js';
import { plantDelegations } from './delegations.planting.js';
import { plantFamilies } from './families.planting.js';
import { plantOutcomes } from './outcomes.planting.js';

/** What the parts of the planting share. */
export interface Planting {
  readonly app: NestFastifyApplication;
  readonly tx: TenantTx;
  /** Today where the organization is; every date of the demo is relative to it. */
  readonly today: LocalDate;
  /** The day so many days from today. */
  day(offset: number): LocalDate;
}

export async function plantProgram(app: NestFastifyApplication, organizationId: Id): Promise<void> {
  const today = dayIn(demoOrganization.zone, new Date());
  await app.get(Tenants, { strict: false }).write({ kind: 'system', organizationId, name: 'demo' }, async (tx) => {
    if (await tx.from(DelegationEntity, 'd').limit(1).getOne()) return;
    const planting: Planting = { app, tx, today, day: (offset) => addDays(today, offset) };
    const partnerships = await plantPartnerships(planting);
    const families = await plantFamilies(planting);
    await plantOutcomes(planting, await plantDelegations(planting, partnerships, families));
  });
}

export interface PlantedPartnerships {
  readonly tamano: Id;
  readonly puntaArenas: Id;
}

async function plantPartnerships({ app, tx }: Planting): Promise<PlantedPartnerships> {
  const gazetteer = app.get(Gazetteer, { strict: false });
  const partnerships = app.get(Partnerships, { strict: false });
  const place = async (name: string, country: string, region?: string): Promise<{ gazetteerId: number }> => {
    const hits = await gazetteer.search(name, { country, limit: 50 });
    const hit = hits.find((one) => one.name === name && (region === undefined || one.region === region)) ?? hits[0];
    if (!hit) throw new Error(`The gazetteer has no ${name}, ${country}.`);
    return { gazetteerId: hit.gazetteerId };
  };
  const home = await place('Gloucester', 'US', 'MA');
  const tamano = await partnerships.create(tx, {
    kind: 'sister_city',
    since: '1958',
    home,
    partner: await place('Tamano', 'JP'),
    notes: 'Two shipbuilding harbors. Teachers and pupils have travelled both ways every second year since 1985.',
  });
  const puntaArenas = await partnerships.create(tx, {
    kind: 'friendship_city',
    since: '2014',
    home,
    partner: await place('Punta Arenas', 'CL'),
    notes: 'Began with a visit of fishing families; youth sailing is the heart of it.',
  });
  return { tamano: tamano.id, puntaArenas: puntaArenas.id };
}
