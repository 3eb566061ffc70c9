import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AcceptInvitation, AskForMagicLink, Me, MyInvitation } from '@amity/access';
import { firstValueFrom } from 'rxjs';
import { staysOn401 } from '../../http/index.js';

@Injectable({ providedIn: 'root' })
export class LettersApi {
  private readonly http = inject(HttpClient);

  invitation(token: string): Promise<MyInvitation> {
    return firstValueFrom(this.http.get<MyInvitation>('/api/access/invitations/mine', by(token)));
  }

  accept(token: string, answer: AcceptInvitation): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/access/invitations/mine/accept', answer, by(token)));
  }

  join(token: string): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/access/invitations/mine/join', {}, by(token)));
  }

  askForLink(address: AskForMagicLink): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/access/magic-links', address, { context: staysOn401() }));
  }

  /** Stops the removal of a second factor that somebody else asked for. */
  stopRecovery(token: string): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/access/recoveries/mine/stop', {}, by(token)));
  }

  /** @param code of the second factor, for those who have one */
  useLink(token: string, code?: string): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/access/magic-links/use', { token, code }, { context: staysOn401() }));
  }
}

function by(token: string) {
  return { headers: new HttpHeaders({ 'X-Amity-Link': token }), context: staysOn401() };
}
