import { HttpClient, HttpHeaders, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Component } from '@angular/core';
import { provideRouter, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { withEnglish } from '../../testing/english.js';
import { problemInterceptor } from '../http/index.js';
import { sessionInterceptor } from './session.interceptor.js';
import { SessionStore } from './session.store.js';

const me = (csrf: string, id = 'a1') => ({
  account: { id, name: 'Ana', email: 'ana@example.org' },
  organizations: [],
  permissions: [],
  csrf,
});
const stale = { type: 'x', title: 'No', status: 403, code: 'access.stale_page', detail: 'Reload the page.', reference: 'r1' };
const turn = () => new Promise((done) => setTimeout(done));

@Component({ template: '' })
class Nowhere {}

describe('requests of a session', () => {
  let http: HttpClient;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor, problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: 'sign-in', component: Nowhere }]),
      ],
    });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
    const known = TestBed.inject(SessionStore).whoAmI();
    server.expectOne('/api/access/session').flush({ me: me('first') });
    await known;
  });
  afterEach(() => server.verify());

  /** Sends, and says what token went along. */
  function sent(method: string, headers: Record<string, string> = {}): string | null {
    void firstValueFrom(http.request(method, '/api/people'));
    const pending = server.expectOne('/api/people');
    pending.flush({}, { headers: new HttpHeaders(headers) });
    return pending.request.headers.get('X-Amity-CSRF');
  }

  it('carry its token when they change something, and only then', () => {
    expect(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => sent(method))).toEqual([
      null,
      null,
      'first',
      'first',
      'first',
      'first',
    ]);
  });

  it('carry the new token once an answer brought one', () => {
    expect([sent('POST', { 'X-Amity-CSRF': 'second' }), sent('POST')]).toEqual(['first', 'second']);
  });

  it('go once more with the present token when another tab signed in anew', async () => {
    const answer = firstValueFrom(http.post('/api/people', { name: 'Maria' }));
    server.expectOne('/api/people').flush(stale, { status: 403, statusText: 'Forbidden' });
    server.expectOne('/api/access/session').flush({ me: me('second') });
    await turn();
    const again = server.expectOne('/api/people');
    expect([again.request.headers.get('X-Amity-CSRF'), again.request.body]).toEqual(['second', { name: 'Maria' }]);
    again.flush({ id: 'p1' });
    expect(await answer).toEqual({ id: 'p1' });
  });

  it('go once more when the session got a new token while they were on their way, and leave for sign-in when it is over', async () => {
    const answer = firstValueFrom(http.get('/api/people'));
    const over = { ...stale, status: 401, code: 'access.sign_in_needed' };
    server.expectOne('/api/people').flush(over, { status: 401, statusText: 'Unauthorized' });
    server.expectOne('/api/access/session').flush({ me: me('second') });
    await turn();
    server.expectOne('/api/people').flush({ items: [] });
    expect(await answer).toEqual({ items: [] });
    const refused = firstValueFrom(http.get('/api/people')).catch((problem: unknown) => problem);
    server.expectOne('/api/people').flush(over, { status: 401, statusText: 'Unauthorized' });
    server.expectOne('/api/access/session').flush({ me: null });
    await turn();
    server.expectOne('/api/people').flush(over, { status: 401, statusText: 'Unauthorized' });
    expect(await refused).toMatchObject({ code: 'access.sign_in_needed' });
    await turn();
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });

  it('stay refused when another person is signed in by now, or when the second try is refused, too', async () => {
    const refused = firstValueFrom(http.post('/api/people', {})).catch((problem: unknown) => problem);
    server.expectOne('/api/people').flush(stale, { status: 403, statusText: 'Forbidden' });
    server.expectOne('/api/access/session').flush({ me: me('theirs', 'a2') });
    expect(await refused).toMatchObject({ code: 'access.stale_page' });
    const twice = firstValueFrom(http.post('/api/people', {})).catch((problem: unknown) => problem);
    server.expectOne('/api/people').flush(stale, { status: 403, statusText: 'Forbidden' });
    server.expectOne('/api/access/session').flush({ me: me('third', 'a2') });
    await turn();
    server.expectOne('/api/people').flush(stale, { status: 403, statusText: 'Forbidden' });
    expect(await twice).toMatchObject({ code: 'access.stale_page' });
  });
});
