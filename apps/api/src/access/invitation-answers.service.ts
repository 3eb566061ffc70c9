// What the holder of an invitation may do with it: read it, join with a new account, or join with the account they are signed in to.
// The letter proves the address, so a new account may have it; an account that exists is never taken over by a letter.
import { type AcceptInvitation, beyondChange, type LinkActor, type MemberActor, type MyInvitation, needsPassword } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { newId } from '../database/new-id.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { InvitationEntity, MembershipEntity, MembershipRoleEntity, type RoleEntity } from './access.entities.js';
import { InvitationsRepository } from './invitations.repository.js';
import { Links } from './links.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Organizations } from './organizations.js';
import { hashPassword } from './passwords.js';
import { Standings } from './standings.js';
import { refuseWeak } from './weak-passwords.js';

@Injectable()
export class InvitationAnswers {
  constructor(
    private readonly tenants: Tenants,
    private readonly invitations: InvitationsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly standings: Standings,
    private readonly links: Links,
    private readonly organizations: Organizations,
  ) {}

  mine(actor: LinkActor): Promise<MyInvitation> {
    return this.tenants.read(actor, async (tx) => {
      const { name: organization } = await this.organizations.of(tx);
      const invitation = await tx.get(InvitationEntity, actor.subjectId, 'invitation');
      const [row] = await this.invitations.rows(tx, [actor.subjectId]);
      if (!row || invitation.state !== 'open') throw new DomainError('access.invitation_over', { organization });
      return {
        organization,
        invitedBy: row.invited_by,
        email: row.email,
        roles: row.roles,
        customRoles: row.custom_roles.map(({ name }) => name),
        needsPassword: needsPassword(row.roles, row.custom_roles.length),
      };
    });
  }

  /** @returns the new account, now a member */
  async accept(actor: LinkActor, answer: AcceptInvitation): Promise<Id> {
    const passwordHash = answer.password === null ? null : await hashPassword(answer.password);
    const accountId = newId();
    await this.tenants.write(actor, async (tx) => {
      const { invitation, custom } = await this.take(tx, actor);
      if (passwordHash === null && needsPassword(invitation.roles, custom.length)) throw new DomainError('access.password_needed');
      if (answer.password !== null) refuseWeak('password', answer.password, { name: answer.name, email: invitation.email });
      await tx.guarded(() => this.createAccount(tx, accountId, invitation.email, answer.name, passwordHash), {
        accounts_email_key: () => {
          throw new DomainError('access.invitation_for_account');
        },
      });
      await this.join(tx, invitation, custom, accountId);
    });
    return accountId;
  }

  /** @param signedIn whoever the browser is signed in as, in whatever organization */
  async joinAs(actor: LinkActor, signedIn: MemberActor | null): Promise<Id> {
    if (!signedIn) throw new DomainError('access.sign_in_needed');
    await this.tenants.write(actor, async (tx) => {
      const { invitation, custom } = await this.take(tx, actor);
      const [own] = await tx.manager.query<unknown[]>(`select 1 from identity.accounts where id = $1 and email = $2`, [
        signedIn.accountId,
        invitation.email,
      ]);
      if (!own) throw new DomainError('access.invitation_not_yours');
      await this.join(tx, invitation, custom, signedIn.accountId);
    });
    return signedIn.accountId;
  }

  /** The invitation, locked: of two who accept at once, one finds it used. What its sender may no longer give, it no longer gives. */
  private async take(tx: TenantTx, actor: LinkActor): Promise<{ invitation: InvitationEntity; custom: RoleEntity[] }> {
    const { name: organization } = await this.organizations.of(tx);
    const invitation = await tx.lock(InvitationEntity, actor.subjectId, 'invitation');
    if (invitation.state !== 'open') throw new DomainError('access.invitation_over', { organization });
    const custom = await this.memberships.rolesById(tx, invitation.customRoleIds);
    const sender = await this.standings.within(tx, invitation.invitedBy);
    const held = new Set(sender?.permissions);
    const missing = beyondChange(held, { roles: [], custom: [] }, { roles: invitation.roles, custom });
    if (!held.has('access.manage_users') || missing.length > 0 || invitation.roles.length + custom.length === 0)
      throw new DomainError('access.invitation_lapsed', { organization });
    return { invitation, custom };
  }

  private async createAccount(tx: TenantTx, id: Id, email: string, name: string, passwordHash: string | null): Promise<void> {
    await tx.manager.query(`insert into identity.accounts (id, email, name, password_hash) values ($1, $2, $3, $4)`, [
      id,
      email,
      name,
      passwordHash,
    ]);
  }

  private async join(tx: TenantTx, invitation: InvitationEntity, custom: readonly RoleEntity[], accountId: Id): Promise<void> {
    const alreadyMember = (): never => {
      throw new DomainError('access.already_member');
    };
    const { id: membershipId } = await tx.guarded(
      () => tx.insert(MembershipEntity, { accountId, roles: invitation.roles, state: 'active' }),
      { memberships_organization_id_account_id_key: alreadyMember },
    );
    await tx.insertMany(
      MembershipRoleEntity,
      custom.map(({ id: roleId }) => ({ membershipId, roleId })),
    );
    await tx.update(InvitationEntity, invitation.id, 'any', { state: 'accepted' }, 'invitation');
    await this.links.revoke(tx, 'access.invitation', invitation.id);
  }
}
