// What the holder of a survey's personal link may ask of the api: each request carries the token of the link and nothing else.
import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AnswerSheet, Survey, Thanks } from '@amity/outcomes';
import { firstValueFrom } from 'rxjs';
import { once } from '../../http/index.js';

const address = '/api/outcomes/surveys/mine';
const by = (token: string) => ({ headers: { 'X-Amity-Link': token } });

@Injectable({ providedIn: 'root' })
export class SurveyApi {
  private readonly http = inject(HttpClient);

  mine(token: string): Promise<Survey> {
    return firstValueFrom(this.http.get<Survey>(address, by(token)));
  }

  /** @param key of the sending: the same sheet sent again with the same key is received once */
  answer(token: string, sheet: AnswerSheet, key: string): Promise<Thanks> {
    return firstValueFrom(this.http.post<Thanks>(`${address}/answers`, sheet, { ...by(token), context: once(key) }));
  }
}
