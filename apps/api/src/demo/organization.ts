// The organization and its three accounts. Each step looks first whether an interrupted start has done it already.
import type { Role } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AccountEntity, Founding, MembershipEntity, Organizations } from '../access/index.js';
import { Tenants } from '../database/tenants.js';

export const demoOrganization = { organizationName: 'Harbor City Sister Cities', slug: 'harbor-city', zone: 'America/New_York' };

const members: readonly { name: string; email: string; roles: Role[] }[] = [
  { name: 'Amina Farouk', email: 'admin@example.org', roles: ['administrator'] },
  { name: 'Carmen Ortega', email: 'coordinator@example.org', roles: ['coordinator'] },
  { name: 'Owen Lindqvist', email: 'officer@example.org', roles: ['program_officer'] },
];

export const demoEmails = members.map(({ email }) => email);

/** @returns the organization's id */
export async function ensureOrganization(app: NestFastifyApplication, password: string): Promise<Id> {
  const founding = app.get(Founding, { strict: false });
  const [first] = members;
  if (!first) throw new Error('The demo has no accounts.');
  const known = await organizationId(app);
  const id = known ?? (await founding.foundAsFirst({ ...demoOrganization, ...first, password }, first.roles)).organizationId;
  for (const member of members) await ensureMember(app, id, { ...member, password });
  return id;
}

async function organizationId(app: NestFastifyApplication): Promise<Id | null> {
  try {
    return (await app.get(Organizations, { strict: false }).bySlug(demoOrganization.slug)).id;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'access.organization_unknown') return null; // the usual first start
    throw error;
  }
}

async function ensureMember(
  app: NestFastifyApplication,
  organization: Id,
  { roles, ...member }: { name: string; email: string; password: string; roles: Role[] },
): Promise<void> {
  const accounts = app.get(DataSource, { strict: false }).getRepository(AccountEntity);
  const account = await accounts.findOneBy({ email: member.email });
  if (account) {
    const membership = await app
      .get(Tenants, { strict: false })
      .read({ kind: 'system', organizationId: organization, name: 'demo' }, (tx) =>
        tx.from(MembershipEntity, 'm').where('m.accountId = :id', { id: account.id }).getOne(),
      );
    if (membership) return;
    await accounts.delete({ id: account.id }); // made, but its membership was not: both are made again
  }
  await app.get(Founding, { strict: false }).addMember(organization, member, roles);
}
