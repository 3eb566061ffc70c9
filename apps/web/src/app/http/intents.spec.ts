import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { withEnglish } from '../../testing/english.js';
import { Intents } from './intents.js';
import { problemInterceptor } from './problem.interceptor.js';
import { ifMatch } from './requests.js';

const refusal = { type: 't', title: 't', status: 409, code: 'kernel.conflict', detail: 'd', reference: 'r' };

describe('an intent', () => {
  let intents: Intents;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting(), provideRouter([])],
    });
    intents = TestBed.inject(Intents);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  /** Posts, lets the server do something, and gives back the key that was sent and how it ended. */
  async function press(end: (request: TestRequest) => void, body: object = { to: 'x' }, more: Parameters<Intents['post']>[2] = {}) {
    const ended = intents.post('/api/x', body, more).then(
      () => 'done',
      () => 'refused',
    );
    const request = server.expectOne('/api/x');
    end(request);
    return { key: request.request.headers.get('Idempotency-Key'), ended: await ended };
  }
  const lost = (request: TestRequest) => request.error(new ProgressEvent('error'));
  const broken = (request: TestRequest) => request.flush('<html>', { status: 502, statusText: 'Bad Gateway' });
  const done = (request: TestRequest) => request.flush({});
  const refused = (request: TestRequest) => request.flush(refusal, { status: 409, statusText: 'Conflict' });

  it('keeps its key until an answer came', async () => {
    const tries = [await press(lost), await press(broken), await press(done)];
    expect(tries.map(({ ended }) => ended)).toEqual(['refused', 'refused', 'done']);
    expect(tries.map(({ key }) => key)).toEqual([tries[0]?.key, tries[0]?.key, tries[0]?.key]);
    expect(tries[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect((await press(done)).key).not.toBe(tries[0]?.key);
  });

  it('is another one once it was refused, with another body, over another version, or of something else', async () => {
    const keys = [
      (await press(lost)).key,
      (await press(lost, { to: 'y' })).key,
      (await press(lost, { to: 'x' }, { headers: ifMatch(2) })).key,
      (await press(lost, { to: 'x' }, { of: 2 })).key,
      (await press(refused, { to: 'z' })).key,
      (await press(lost, { to: 'z' })).key,
    ];
    expect(new Set(keys).size).toBe(6);
  });
});
