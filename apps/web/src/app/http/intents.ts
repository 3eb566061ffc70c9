// A press of a button is one intent, however often it takes to get through: as long as no answer came, the same request goes out
// with the same Idempotency-Key, so that an answer lost on its way is told at the next try and nothing is done twice.
import { HttpClient, type HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Problem } from './problem.js';
import { once } from './requests.js';

interface Intent {
  readonly headers?: HttpHeaders;
  /** What else tells this intent from another one with the same address and body. */
  readonly of?: string | number;
}

@Injectable({ providedIn: 'root' })
export class Intents {
  private readonly http = inject(HttpClient);
  private readonly unanswered = new Map<string, string>();

  async post<T>(url: string, body: unknown, { headers, of }: Intent = {}): Promise<T> {
    const intent = JSON.stringify([url, body, headers?.get('If-Match'), of]);
    const key = this.unanswered.get(intent) ?? crypto.randomUUID();
    this.unanswered.set(intent, key);
    try {
      const answer = await firstValueFrom(this.http.post<T>(url, body, { headers, context: once(key) }));
      this.unanswered.delete(intent);
      return answer;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // only a Problem says whether the server answered
      if (!failure.offline && failure.status < 500) this.unanswered.delete(intent);
      throw failure;
    }
  }
}
