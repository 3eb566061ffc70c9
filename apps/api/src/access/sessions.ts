// Who is signed in stands in PostgreSQL, under the hash of a random token: a copy of the database signs nobody in.
// A session ends after twelve idle hours, and after seven days whatever happens. Its token is exchanged for a new one whenever
// what it may do changes; a token that was not made here is no session, so nobody can plant one in another's browser.
import { type MemberActor, reachOf, type Role, type SessionMethod } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Standings } from './standings.js';
import { newToken, tokenHash } from './tokens.js';

export const sessionDays = 7;

/** How and from where somebody came in. */
export interface Arrival {
  readonly method: SessionMethod;
  readonly device: string;
  readonly network: string;
}

/** A session that lives, as the guard found it. */
export interface OpenSession {
  readonly id: Id;
  readonly token: string;
  readonly accountId: Id;
  /** Its owner showed within the last ten minutes that it is really them. */
  readonly isConfirmed: boolean;
}

/** Somebody signed in, and the session they come by. */
export interface SignedInVisit {
  readonly actor: MemberActor;
  readonly session: OpenSession;
}

const nowhere: Arrival = { method: 'password', device: '', network: '' };

@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly standings: Standings,
  ) {}

  /** @returns the token for the cookie */
  async open(accountId: Id, organizationId: Id, { method, device, network }: Arrival = nowhere): Promise<string> {
    const token = newToken();
    await this.dataSource.query(
      `insert into identity.sessions (token_hash, account_id, organization_id, method, device, network, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))`,
      [tokenHash(token), accountId, organizationId, method, device, network, sessionDays],
    );
    return token;
  }

  async close(token: string): Promise<void> {
    await this.dataSource.query(`delete from identity.sessions where token_hash = $1`, [tokenHash(token)]);
  }

  /** Gives a session a new token; the old one is worth nothing from then on. Its limits stay. @param organizationId where it goes on */
  async rotate(sessionId: Id, organizationId?: Id): Promise<string> {
    const token = newToken();
    const [, changed] = await this.dataSource.query<[unknown, number]>(
      `update identity.sessions set token_hash = $2, organization_id = coalesce($3, organization_id) where id = $1`,
      [sessionId, tokenHash(token), organizationId ?? null],
    );
    if (changed !== 1) throw new DomainError('access.sign_in_needed');
    return token;
  }

  /** Ends every session of an account, or all but one: after a change of password, factors or roles. */
  async endAll(accountId: Id, except?: Id): Promise<void> {
    await this.dataSource.query(`delete from identity.sessions where account_id = $1 and id is distinct from $2`, [
      accountId,
      except ?? null,
    ]);
  }

  /** Ends the account's other sessions and exchanges the token of this one. @returns the new token */
  async renew({ id, accountId }: OpenSession): Promise<string> {
    await this.endAll(accountId, id);
    return this.rotate(id);
  }

  async confirm(sessionId: Id): Promise<void> {
    await this.dataSource.query(`update identity.sessions set confirmed_at = now() where id = $1`, [sessionId]);
  }

  /** The member behind a session's token, or null when it is unknown or over. */
  async actorOf(token: string): Promise<MemberActor | null> {
    return (await this.find(token))?.actor ?? null;
  }

  async find(token: string): Promise<SignedInVisit | null> {
    if (token.length < 20 || token.length > 100) return null;
    const [row] = await this.dataSource.query<SessionRow[]>(
      `select s.id, s.organization_id, s.account_id, a.name, s.seen_at < now() - interval '5 minutes' as is_old,
         s.confirmed_at > now() - interval '10 minutes' as is_confirmed
       from identity.sessions s join identity.accounts a on a.id = s.account_id
       where s.token_hash = $1 and s.expires_at > now() and s.seen_at > now() - interval '12 hours'`,
      [tokenHash(token)],
    );
    if (!row) return null;
    if (row.is_old) await this.dataSource.query(`update identity.sessions set seen_at = now() where id = $1`, [row.id]);
    const standing = await this.standings.of(row.account_id, row.organization_id);
    if (!standing) return null;
    const assignedOnly = new Set(standing.assignedOnly);
    return {
      session: { id: row.id, token, accountId: row.account_id, isConfirmed: row.is_confirmed },
      actor: {
        kind: 'member',
        organizationId: row.organization_id,
        accountId: row.account_id,
        name: row.name,
        permissions: new Set(standing.permissions),
        assignedOnly,
        reach: reachOf(null, assignedOnly),
      },
    };
  }

  /** Where an account belongs and may sign in; the one read that happens before a tenant is chosen. */
  membershipsOf(accountId: Id): Promise<{ organizationId: Id; roles: Role[] }[]> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select set_config('app.account_id', $1, true)`, [accountId]);
      return manager.query<{ organizationId: Id; roles: Role[] }[]>(
        `select organization_id as "organizationId", roles from access.memberships where account_id = $1 and state = 'active' order by organization_id`,
        [accountId],
      );
    });
  }
}

interface SessionRow {
  readonly id: Id;
  readonly organization_id: Id;
  readonly account_id: Id;
  readonly name: string;
  readonly is_old: boolean;
  readonly is_confirmed: boolean;
}
