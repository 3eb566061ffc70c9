import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { LinkedIdentityList, ProviderOutcome, ProviderRedirect, SignInProvider } from '@amity/access';
import { firstValueFrom } from 'rxjs';
import { staysOn401 } from '../../http/index.js';

const address = '/api/access/provider';

/** Signing in by an account elsewhere, and linking one. */
@Injectable({ providedIn: 'root' })
export class ProviderApi {
  private readonly http = inject(HttpClient);

  /** What people call the provider; null where there is none. */
  async name(): Promise<string | null> {
    return (await firstValueFrom(this.http.get<SignInProvider>(address, { context: staysOn401() }))).name;
  }

  /** @returns where to send the browser */
  async start(returnTo: string): Promise<string> {
    return (await firstValueFrom(this.http.post<ProviderRedirect>(`${address}/sign-ins`, { returnTo }, { context: staysOn401() }))).url;
  }

  /** @param query what the provider sent the browser back with */
  answer(query: string): Promise<ProviderOutcome> {
    return firstValueFrom(this.http.post<ProviderOutcome>(`${address}/answers`, { query }, { context: staysOn401() }));
  }

  code(code: string): Promise<ProviderOutcome> {
    return firstValueFrom(this.http.post<ProviderOutcome>(`${address}/codes`, { code }, { context: staysOn401() }));
  }

  identities(): Promise<LinkedIdentityList> {
    return firstValueFrom(this.http.get<LinkedIdentityList>(`${address}/identities`));
  }

  /** @returns where to send the browser */
  async startLinking(): Promise<string> {
    return (await firstValueFrom(this.http.post<ProviderRedirect>(`${address}/identities`, {}))).url;
  }

  unlink(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${address}/identities/${id}`));
  }
}
