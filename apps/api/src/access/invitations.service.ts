// Asking somebody to join. Whoever invites gives no more than they hold, when they ask and still when it is accepted. The answer to
// the inviter is the same whether the address has an account or not; that account joins only by signing in as itself.
import { beyondChange, type InvitationDraft, invitationDays, type MemberActor, type MemberInvitation } from '@amity/access';
import { DomainError, type Id, type Page, type PageQuery } from '@amity/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { SETTINGS, type Settings } from '../settings.js';
import { InvitationEntity } from './access.entities.js';
import { invitationLetter } from './access.letters.js';
import { type InvitationRow, InvitationsRepository } from './invitations.repository.js';
import { LetterBox } from './letter-box.js';
import { Links } from './links.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Organizations } from './organizations.js';

@Injectable()
export class InvitationsService {
  constructor(
    private readonly tenants: Tenants,
    private readonly invitations: InvitationsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly links: Links,
    private readonly letters: LetterBox,
    private readonly organizations: Organizations,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  list(actor: MemberActor, page: PageQuery): Promise<Page<MemberInvitation>> {
    return this.tenants.read(actor, async (tx) => {
      const open = await this.invitations.open(tx, page);
      return { ...open, items: open.items.map(toInvitation) };
    });
  }

  invite(actor: MemberActor, draft: InvitationDraft): Promise<MemberInvitation> {
    return this.tenants.write(actor, async (tx) => {
      await this.refuseBeyond(tx, actor, draft);
      if (await this.invitations.isMember(tx, draft.email)) throw new DomainError('access.already_member');
      const values = { ...draft, invitedBy: actor.accountId, state: 'open', expiresAt: inDays(invitationDays) } as const;
      const invitation = await tx.guarded(() => tx.insert(InvitationEntity, values), {
        invitations_open_once: () => {
          throw new DomainError('access.invited_already', { email: draft.email });
        },
      });
      await this.send(tx, actor, invitation);
      return this.show(tx, invitation.id);
    });
  }

  /** A new letter with a new link; the old link ends. Whoever sends it again answers for it from then on. */
  resend(actor: MemberActor, id: Id, version: number): Promise<MemberInvitation> {
    return this.tenants.write(actor, async (tx) => {
      const invitation = await this.openOne(tx, id);
      await this.refuseBeyond(tx, actor, invitation);
      await this.links.revoke(tx, 'access.invitation', id);
      const changes = { expiresAt: inDays(invitationDays), invitedBy: actor.accountId };
      await tx.update(InvitationEntity, id, version, changes, 'invitation', () => null);
      await this.send(tx, actor, invitation);
      return this.show(tx, id);
    });
  }

  withdraw(actor: MemberActor, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, async (tx) => {
      await this.openOne(tx, id);
      await this.links.revoke(tx, 'access.invitation', id);
      await tx.update(InvitationEntity, id, version, { state: 'revoked' }, 'invitation', () => null);
    });
  }

  private async refuseBeyond(tx: TenantTx, actor: MemberActor, given: Pick<InvitationDraft, 'roles' | 'customRoleIds'>): Promise<void> {
    const custom = await this.memberships.rolesById(tx, given.customRoleIds);
    if (custom.length < given.customRoleIds.length) throw new DomainError('kernel.unknown', { what: 'role' });
    const missing = beyondChange(actor.permissions, { roles: [], custom: [] }, { roles: given.roles, custom });
    if (missing.length > 0) throw new DomainError('access.beyond_giver', { permissions: missing.join(', ') });
  }

  private async openOne(tx: TenantTx, id: Id): Promise<InvitationEntity> {
    const invitation = await tx.lock(InvitationEntity, id, 'invitation');
    if (invitation.state === 'open') return invitation;
    throw new DomainError('access.invitation_over', { organization: (await this.organizations.of(tx)).name });
  }

  private async send(tx: TenantTx, actor: MemberActor, { id, email }: InvitationEntity): Promise<void> {
    const token = await this.links.issue(tx, 'access.invitation', id, invitationDays);
    const { name: organization } = await this.organizations.of(tx);
    await this.letters.send(
      tx,
      invitationLetter(email, { organization, invitedBy: actor.name, publicUrl: this.settings.publicUrl }, token),
    );
  }

  private async show(tx: TenantTx, id: Id): Promise<MemberInvitation> {
    const [row] = await this.invitations.rows(tx, [id]);
    if (!row) throw new DomainError('kernel.unknown', { what: 'invitation' });
    return toInvitation(row);
  }
}

function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

function toInvitation(row: InvitationRow): MemberInvitation {
  return {
    id: row.id,
    email: row.email,
    roles: row.roles,
    customRoles: row.custom_roles,
    invitedBy: row.invited_by,
    expiresAt: row.expires_at.toISOString(),
    isExpired: row.is_expired,
    version: row.version,
  };
}
