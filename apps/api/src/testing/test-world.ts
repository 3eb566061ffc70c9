// The whole application on a database of its own, with as many organizations as a test needs. Tests call services as an
// actor, or the api as a signed-in person; `owner` looks behind row-level security.
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { heldForAssigned, permissionsFor, reachOf, type MemberActor, type Role } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { csrfOf, Founding, hostCookie, Sessions } from '../access/index.js';
import { createApplication } from '../application.js';
import { KeyRing, MasterKey } from '../database/index.js';
import { readSettings, type Settings } from '../settings.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: T;
}

export interface Call {
  readonly as?: MemberActor;
  readonly link?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export class TestWorld {
  private organizationsMade = 0;
  private readonly tokens = new Map<Id, string>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly owner: pg.Client,
    readonly database: TestDatabase,
    private readonly dataDir: string,
  ) {}

  static async open(settings: Partial<Settings> = {}): Promise<TestWorld> {
    const database = await createTestDatabase();
    const dataDir = path.join(os.tmpdir(), `amity-test-data-${randomBytes(6).toString('hex')}`);
    const master = MasterKey.random();
    const app = await createApplication(
      { ...readSettings({ AMITY_DATA: dataDir }, []), publicUrl: 'http://amity.test', ...settings },
      database.appUrl,
      new KeyRing(master),
    );
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('insert into identity.key_check (master_key_id) values ($1)', [master.id]);
    return new TestWorld(app, owner, database, dataDir);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owner.end();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  get<T>(provider: Type<T>): T {
    return this.app.get(provider, { strict: false });
  }

  /** A new organization and one signed-in member of it. */
  async organization(roles: Role[] = ['administrator']): Promise<MemberActor> {
    const slug = `organization-${++this.organizationsMade}`;
    const draft = {
      organizationName: `Organization ${this.organizationsMade}`,
      slug,
      zone: 'America/New_York',
      name: 'Ada',
      email: `ada@${slug}.example`,
      password: 'correct horse battery',
    };
    const { organizationId, accountId } = await this.get(Founding).found(draft, draft, roles);
    return this.signedIn(organizationId, accountId, draft.name, roles);
  }

  /** Another member of the actor's organization. */
  async member(of: MemberActor, roles: Role[]): Promise<MemberActor> {
    const email = `${roles.join('-').replaceAll('_', '-')}-${this.tokens.size}@members.example`;
    const accountId = await this.get(Founding).addMember(
      of.organizationId,
      { name: 'Ben', email, password: 'correct horse battery' },
      roles,
    );
    return this.signedIn(of.organizationId, accountId, 'Ben', roles);
  }

  /** Signs a member in once more, for after what ended the session. */
  async again(member: MemberActor): Promise<MemberActor> {
    this.tokens.set(member.accountId, await this.get(Sessions).open(member.accountId, member.organizationId));
    return member;
  }

  async call<T = unknown>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, call: Call = {}): Promise<Answer<T>> {
    const token = call.as ? this.tokens.get(call.as.accountId) : undefined;
    const response = await this.app.inject({
      method,
      url,
      headers: {
        ...(token ? { cookie: `${hostCookie}=${token}` } : {}),
        ...(token && method !== 'GET' ? { 'x-amity-csrf': csrfOf(token) } : {}),
        ...(call.link ? { 'x-amity-link': call.link } : {}),
        ...(call.body !== undefined && !Buffer.isBuffer(call.body) ? { 'content-type': 'application/json' } : {}),
        ...call.headers,
      },
      ...(call.body !== undefined ? { payload: Buffer.isBuffer(call.body) ? call.body : JSON.stringify(call.body) } : {}),
    });
    const renewed = response.cookies.find(({ name }) => name === hostCookie)?.value;
    if (call.as && renewed) this.tokens.set(call.as.accountId, renewed); // a browser would keep it, too
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return { status: response.statusCode, headers: response.headers, body: (isJson ? response.json() : response.rawPayload) as T };
  }

  /** The session's token of somebody this world signed in, as their browser holds it. */
  tokenOf(as: MemberActor): string {
    const token = this.tokens.get(as.accountId);
    if (!token) throw new Error('This world did not sign that member in.');
    return token;
  }

  /** Waits until `look` returns something; fails with `what` after ten seconds. For work that happens after a commit. */
  async eventually<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
    const end = Date.now() + 10_000;
    while (Date.now() < end) {
      const seen = await look();
      if (seen) return seen;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Waited ten seconds for: ${what}`);
  }

  private async signedIn(organizationId: Id, accountId: Id, name: string, roles: Role[]): Promise<MemberActor> {
    this.tokens.set(accountId, await this.get(Sessions).open(accountId, organizationId));
    const assignedOnly = new Set(heldForAssigned(roles, []));
    const permissions = new Set(permissionsFor(roles));
    return { kind: 'member', organizationId, accountId, name, permissions, assignedOnly, reach: reachOf(null, assignedOnly) };
  }
}
