import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ApiToken, ApiTokenDraft, CustomRole, CustomRoleDraft, InvitationDraft, MemberInvitation, NewApiToken } from '@amity/access';
import type { Permission, Readers, RecoveryAnswer, RecoveryRequestList, RecoveryStanding, RoleList, User, UserRoles } from '@amity/access';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents } from '../../http/index.js';

export const usersAddress = '/api/access/users';
export const invitationsAddress = '/api/access/invitations';
export const tokensAddress = '/api/access/tokens';
const recoveriesAddress = '/api/access/recoveries';
const rolesAddress = '/api/access/roles';

/** A record as far as changing it goes. */
type Known = Pick<User, 'id' | 'version'>;

@Injectable({ providedIn: 'root' })
export class UsersApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  changeRoles({ id, version }: Known, roles: UserRoles): Promise<User> {
    return firstValueFrom(this.http.put<User>(`${usersAddress}/${id}/roles`, roles, { headers: ifMatch(version) }));
  }

  setAccess({ id, version }: Known, verb: 'suspend' | 'reinstate'): Promise<User> {
    return firstValueFrom(this.http.post<User>(`${usersAddress}/${id}/${verb}`, {}, { headers: ifMatch(version) }));
  }

  remove({ id, version }: Known): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${usersAddress}/${id}`, { headers: ifMatch(version) }));
  }

  invite(draft: InvitationDraft): Promise<MemberInvitation> {
    return this.intents.post(invitationsAddress, draft);
  }

  inviteAgain({ id, version }: Known): Promise<MemberInvitation> {
    return firstValueFrom(this.http.post<MemberInvitation>(`${invitationsAddress}/${id}/resend`, {}, { headers: ifMatch(version) }));
  }

  withdraw({ id, version }: Known): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${invitationsAddress}/${id}`, { headers: ifMatch(version) }));
  }

  roles(): Promise<RoleList> {
    return firstValueFrom(this.http.get<RoleList>(rolesAddress));
  }

  addRole(draft: CustomRoleDraft): Promise<CustomRole> {
    return this.intents.post(rolesAddress, draft);
  }

  changeRole({ id, version }: Known, draft: CustomRoleDraft): Promise<CustomRole> {
    return firstValueFrom(this.http.put<CustomRole>(`${rolesAddress}/${id}`, draft, { headers: ifMatch(version) }));
  }

  removeRole({ id, version }: Known): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${rolesAddress}/${id}`, { headers: ifMatch(version) }));
  }

  readers(permission: Permission): Promise<Readers> {
    return firstValueFrom(this.http.get<Readers>('/api/access/readers', { params: { permission } }));
  }

  recoveries(): Promise<RecoveryRequestList> {
    return firstValueFrom(this.http.get<RecoveryRequestList>(recoveriesAddress));
  }

  answerRecovery(id: string, verb: 'confirm' | 'refuse', answer: RecoveryAnswer): Promise<RecoveryStanding> {
    return firstValueFrom(this.http.post<RecoveryStanding>(`${recoveriesAddress}/${id}/${verb}`, answer));
  }

  makeToken(draft: ApiTokenDraft): Promise<NewApiToken> {
    return firstValueFrom(this.http.post<NewApiToken>(tokensAddress, draft));
  }

  revoke({ id, version }: ApiToken): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${tokensAddress}/${id}`, { headers: ifMatch(version) }));
  }
}
