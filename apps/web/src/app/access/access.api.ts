import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AskForRecovery,
  AuthenticatorStart,
  Confirmation,
  CurrentSession,
  Me,
  Passkey,
  PasskeyAnswer,
  PasskeyCreation,
  PasskeyDraft,
  PasskeyList,
  PasskeyRequest,
  PasswordChange,
  Protection,
  RecoveryCodes,
  SessionList,
  SetUp,
  SetUpState,
  SignIn,
  SwitchOrganization,
} from '@amity/access';
import { firstValueFrom } from 'rxjs';
import { staysOn401 } from '../http/index.js';

@Injectable({ providedIn: 'root' })
export class AccessApi {
  private readonly http = inject(HttpClient);

  /** Who is signed in, or null. */
  async session(): Promise<Me | null> {
    return (await firstValueFrom(this.http.get<CurrentSession>('/api/access/session'))).me;
  }

  signIn(credentials: SignIn): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/access/sessions', credentials, { context: staysOn401() }));
  }

  /** Asks two administrators to remove a lost second factor; what comes back is the same for everybody. */
  askForRecovery(credentials: AskForRecovery): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/access/recoveries', credentials, { context: staysOn401() }));
  }

  signOut(): Promise<unknown> {
    return firstValueFrom(this.http.delete('/api/access/sessions/current', { context: staysOn401() }));
  }

  switchTo(organization: SwitchOrganization): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/access/sessions/switch', organization));
  }

  setUpState(): Promise<SetUpState> {
    return firstValueFrom(this.http.get<SetUpState>('/api/access/set-up', { context: staysOn401() }));
  }

  /** Signs the first administrator in at once. */
  setUp(first: SetUp): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/access/set-up', first, { context: staysOn401() }));
  }

  passkeyForSignIn(): Promise<PasskeyRequest> {
    return firstValueFrom(this.http.post<PasskeyRequest>('/api/access/sessions/passkey/options', {}, { context: staysOn401() }));
  }

  signInWithPasskey(answer: PasskeyAnswer): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/access/sessions/passkey', answer, { context: staysOn401() }));
  }

  protection(): Promise<Protection> {
    return firstValueFrom(this.http.get<Protection>('/api/access/protection'));
  }

  passkeyForConfirming(): Promise<PasskeyRequest> {
    return firstValueFrom(this.http.post<PasskeyRequest>('/api/access/sessions/current/confirm/options', {}));
  }

  confirm(confirmation: Confirmation): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/access/sessions/current/confirm', confirmation, { context: staysOn401() }));
  }

  changePassword(change: PasswordChange): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/access/password', change));
  }

  startAuthenticator(): Promise<AuthenticatorStart> {
    return firstValueFrom(this.http.post<AuthenticatorStart>('/api/access/authenticator', {}));
  }

  finishAuthenticator(code: string): Promise<RecoveryCodes> {
    return firstValueFrom(this.http.post<RecoveryCodes>('/api/access/authenticator/confirm', { code }));
  }

  removeAuthenticator(): Promise<unknown> {
    return firstValueFrom(this.http.delete('/api/access/authenticator'));
  }

  newRecoveryCodes(): Promise<RecoveryCodes> {
    return firstValueFrom(this.http.post<RecoveryCodes>('/api/access/recovery-codes', {}));
  }

  passkeys(): Promise<PasskeyList> {
    return firstValueFrom(this.http.get<PasskeyList>('/api/access/passkeys'));
  }

  startPasskey(): Promise<PasskeyCreation> {
    return firstValueFrom(this.http.post<PasskeyCreation>('/api/access/passkeys/options', {}));
  }

  addPasskey(draft: PasskeyDraft): Promise<Passkey> {
    return firstValueFrom(this.http.post<Passkey>('/api/access/passkeys', draft));
  }

  renamePasskey(id: string, name: string): Promise<Passkey> {
    return firstValueFrom(this.http.patch<Passkey>(`/api/access/passkeys/${id}`, { name }));
  }

  removePasskey(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/access/passkeys/${id}`));
  }

  devices(): Promise<SessionList> {
    return firstValueFrom(this.http.get<SessionList>('/api/access/sessions'));
  }

  endDevice(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/access/sessions/${id}`));
  }

  endOtherDevices(): Promise<unknown> {
    return firstValueFrom(this.http.delete('/api/access/sessions'));
  }
}
