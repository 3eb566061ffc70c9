import { jest } from '@jest/globals';
import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { withEnglish } from '../../testing/english.js';
import { ifMatch, once, Problem, problemInterceptor, staysOn401 } from './index.js';

const refusal = {
  type: 'about:blank',
  title: 'Taken',
  status: 409,
  code: 'visits.double_booked',
  detail: 'Interpreter Sato is with the trade group until 14:30.',
  reference: '01K9',
  errors: [{ path: 'startsAt', detail: 'Choose a later time.' }],
  booking: { id: '7' },
};

describe('requests', () => {
  let http: HttpClient;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => server.verify());

  async function failing(answer: (url: string) => void, context = staysOn401()): Promise<Problem> {
    const failure = firstValueFrom(http.get('/api/x', { context })).then(
      () => null,
      (problem: unknown) => problem,
    );
    answer('/api/x');
    const problem = await failure;
    if (!(problem instanceof Problem)) throw new Error('expected a Problem');
    return problem;
  }

  it('carry the Idempotency-Key they ask for, and none otherwise', () => {
    http.post('/api/x', {}, { context: once('k1') }).subscribe();
    http.post('/api/y', {}).subscribe();
    expect(server.expectOne('/api/x').request.headers.get('Idempotency-Key')).toBe('k1');
    expect(server.expectOne('/api/y').request.headers.has('Idempotency-Key')).toBe(false);
  });

  it('say which version they change', () => {
    expect(ifMatch(3).get('If-Match')).toBe('"3"');
  });

  it('fail with the Problem the api sent', async () => {
    const problem = await failing((url) => server.expectOne(url).flush(refusal, { status: 409, statusText: 'Conflict' }));
    expect({ ...problem, message: problem.message }).toEqual({
      name: 'Problem',
      code: 'visits.double_booked',
      status: 409,
      title: 'Taken',
      detail: refusal.detail,
      message: refusal.detail,
      reference: '01K9',
      errors: refusal.errors,
      body: refusal,
    });
  });

  it('say that one is offline when nobody answers', async () => {
    const problem = await failing((url) => server.expectOne(url).error(new ProgressEvent('error')));
    expect([problem.code, problem.offline, problem.detail]).toEqual([
      'web.offline',
      true,
      'You are offline; nothing was lost. Try again when the connection is back.',
    ]);
  });

  it('do not show the page of a proxy', async () => {
    const problem = await failing((url) => server.expectOne(url).flush('<html>502</html>', { status: 502, statusText: 'Bad Gateway' }));
    expect([problem.code, problem.status]).toEqual(['web.broken', 502]);
  });

  it('lead to sign-in and back on 401', async () => {
    const router = TestBed.inject(Router);
    const went = jest.spyOn(router, 'navigateByUrl').mockResolvedValue(true);
    jest.spyOn(router, 'url', 'get').mockReturnValue('/visits?week=20');
    await failing(
      (url) => server.expectOne(url).flush({ ...refusal, status: 401 }, { status: 401, statusText: 'Unauthorized' }),
      undefined,
    );
    expect(went.mock.calls.length).toBe(0);
    const failure = firstValueFrom(http.get('/api/y')).catch(() => 'refused');
    server.expectOne('/api/y').flush({ ...refusal, status: 401 }, { status: 401, statusText: 'Unauthorized' });
    expect(await failure).toBe('refused');
    expect(went.mock.calls.map(([url]) => String(url))).toEqual(['/sign-in?returnTo=%2Fvisits%3Fweek%3D20']);
  });
});
