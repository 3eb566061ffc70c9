// What a family without an account may ask of the api: each request carries the token of its own link and nothing else.
import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ConfirmedSignUp, Home, HomeChange, HostWelcome, MySignUp, SaveSignUp, StartedSignUp } from '@amity/hosting';
import { firstValueFrom } from 'rxjs';
import { ifMatch } from '../../http/index.js';

const address = '/api/hosting';
const by = (token: string, headers = new HttpHeaders()) => ({ headers: headers.set('X-Amity-Link', token) });

@Injectable({ providedIn: 'root' })
export class SignUpApi {
  private readonly http = inject(HttpClient);

  welcome(slug: string): Promise<HostWelcome> {
    return firstValueFrom(this.http.get<HostWelcome>(`${address}/welcome/${encodeURIComponent(slug)}`));
  }

  start(slug: string): Promise<StartedSignUp> {
    return firstValueFrom(this.http.post<StartedSignUp>(`${address}/sign-ups`, { slug }));
  }

  mine(token: string): Promise<MySignUp> {
    return firstValueFrom(this.http.get<MySignUp>(`${address}/sign-ups/mine`, by(token)));
  }

  save(token: string, version: number, typed: SaveSignUp): Promise<MySignUp> {
    return firstValueFrom(this.http.patch<MySignUp>(`${address}/sign-ups/mine`, typed, by(token, ifMatch(version))));
  }

  submit(token: string): Promise<MySignUp> {
    return firstValueFrom(this.http.post<MySignUp>(`${address}/sign-ups/mine/submit`, {}, by(token)));
  }

  sendResumeLink(token: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`${address}/sign-ups/mine/resume-link`, {}, by(token)));
  }

  confirm(token: string): Promise<ConfirmedSignUp> {
    return firstValueFrom(this.http.post<ConfirmedSignUp>(`${address}/sign-ups/confirm`, {}, by(token)));
  }

  renew(token: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`${address}/sign-ups/confirm/renew`, {}, by(token)));
  }

  home(token: string): Promise<Home> {
    return firstValueFrom(this.http.get<Home>(`${address}/home`, by(token)));
  }

  changeHome(token: string, version: number, change: HomeChange): Promise<Home> {
    return firstValueFrom(this.http.patch<Home>(`${address}/home`, change, by(token, ifMatch(version))));
  }
}
