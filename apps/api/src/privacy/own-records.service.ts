// Whose record it is, for somebody who signed in. The address of their account says so (ADR 13), also while the record bears another
// one: then the vault knows whose it was. So whoever hides their name, or is hidden by others, goes on seeing what is theirs.
import type { MemberActor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import type { Hidden } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { VaultEntity } from './protection.entities.js';
import { Protection } from './protection.service.js';
import { Vault } from './vault.js';

@Injectable()
export class OwnRecords {
  constructor(
    private readonly tenants: Tenants,
    private readonly vault: Vault,
    private readonly protection: Protection,
  ) {}

  /** Records of this account that bear a pseudonym. Opens every identity of the organization, of which there are few; nobody sees any. */
  async underPseudonym(tx: TenantTx, accountId: Id): Promise<Id[]> {
    const rows = await tx.from(VaultEntity, 'v').getMany();
    if (rows.length === 0) return [];
    const [account] = await tx.manager.query<{ email: string }[]>('select email from identity.accounts where id = $1', [accountId]);
    const opened = await Promise.all(rows.map(async (row) => ({ id: row.personId, email: (await this.vault.open(tx, row)).real.email })));
    return opened.filter(({ email }) => email !== null && email === account?.email).map(({ id }) => id);
  }

  /**
   * The person hides their own name, as by their personal link and with the same answer. Nor does the log tell the two apart: an entry by the
   * account would hold the very name that is being hidden.
   */
  async hide(actor: MemberActor, personId: Id): Promise<Hidden> {
    const isOwn = await this.tenants.read(actor, (tx) => this.isOwn(tx, actor.accountId, personId));
    if (!isOwn) throw new DomainError('kernel.unknown', { what: 'record' });
    const { organizationId, accountId: linkId } = actor;
    return this.protection.hideMe({ kind: 'link', organizationId, linkId, purpose: 'privacy.consents', subjectId: personId });
  }

  private async isOwn(tx: TenantTx, accountId: Id, personId: Id): Promise<boolean> {
    const [row] = await tx.query<{ own: boolean }>('select people.is_own($1, $2) as own', [personId]);
    return row?.own === true || (await this.underPseudonym(tx, accountId)).includes(personId);
  }
}
