// A personal link lets somebody without an account do one thing: a family finish its sign-up, a delegate answer a survey.
// Only the token's hash is stored, with what it is for, whom it is about and when it ends.
import type { LinkActor, LinkPurpose } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/new-id.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { newToken, tokenHash } from './tokens.js';

@Injectable()
export class Links {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes a link inside the caller's transaction. @param days until it expires; null for as long as its subject lives */
  async issue(tx: TenantTx, purpose: LinkPurpose, subjectId: Id, days: number | null): Promise<string> {
    const token = newToken();
    await tx.query(
      `insert into identity.links (organization_id, token_hash, id, purpose, subject_id, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(days => $6::int))`,
      [tokenHash(token), newId(), purpose, subjectId, days],
    );
    return token;
  }

  /** Ends every link of a purpose to a subject. */
  async revoke(tx: TenantTx, purpose: LinkPurpose, subjectId: Id): Promise<void> {
    await tx.query(`delete from identity.links where organization_id = $1 and purpose = $2 and subject_id = $3`, [purpose, subjectId]);
  }

  /** The actor a token stands for. Throws `access.link_unknown` (also for a link meant for something else) or `access.link_expired`. */
  async actorOf(token: string, purpose: LinkPurpose): Promise<LinkActor> {
    const [link] = await this.dataSource.query<LinkRow[]>(
      `select l.id, l.organization_id, l.subject_id, o.name as organization, coalesce(l.expires_at <= now(), false) as is_expired
       from identity.links l join identity.organizations o on o.id = l.organization_id
       where l.token_hash = $1 and l.purpose = $2`,
      [tokenHash(token), purpose],
    );
    if (!link) throw new DomainError('access.link_unknown');
    if (link.is_expired) throw new DomainError('access.link_expired', { organization: link.organization });
    return { kind: 'link', organizationId: link.organization_id, linkId: link.id, purpose, subjectId: link.subject_id };
  }
}

interface LinkRow {
  readonly id: Id;
  readonly organization_id: Id;
  readonly subject_id: Id;
  readonly organization: string;
  readonly is_expired: boolean;
}
