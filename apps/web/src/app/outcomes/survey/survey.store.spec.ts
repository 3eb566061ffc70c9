import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Survey } from '@amity/outcomes';
import { withEnglish } from '../../../testing/english.js';
import { problemInterceptor } from '../../http/index.js';
import { SurveyStore } from './survey.store.js';
import { aScaleItem, aSurvey, aTextItem } from './testing/a-survey.js';

const mine = '/api/outcomes/surveys/mine';
const token = 'a-token-of-a-personal-link';
const refusal = (status: number, code: string, more = {}) => ({
  type: 'about:blank',
  title: 'No',
  status,
  code,
  detail: 'A sentence.',
  reference: '01K9',
  ...more,
});

describe('the store of a survey', () => {
  let server: HttpTestingController;
  const turn = (): Promise<void> => new Promise((done) => setTimeout(done));
  const line = (name: 'online' | 'offline') => window.dispatchEvent(new Event(name));

  beforeEach(() => {
    localStorage.clear();
    if (!('randomUUID' in crypto)) Object.defineProperty(crypto, 'randomUUID', { value: () => `${Math.random()}` });
  });
  afterEach(() => server.verify());

  /** A page that was just opened; opening another one is closing the first. */
  function aPage(): SurveyStore {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [SurveyStore, provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    return TestBed.inject(SurveyStore);
  }

  async function opened(survey: Survey = aSurvey()): Promise<SurveyStore> {
    const store = aPage();
    const opening = store.open(token);
    const asked = server.expectOne(mine);
    expect(asked.request.headers.get('X-Amity-Link')).toBe(token);
    asked.flush(survey);
    await opening;
    return store;
  }

  async function sent(store: SurveyStore) {
    const sending = store.send();
    const request = server.expectOne(`${mine}/answers`);
    return { request, done: sending };
  }

  it('begins with the introduction, walks the screens, and ends with a look back', async () => {
    const store = await opened();
    expect([store.phase(), store.step(), store.lastStep(), store.looksBack()]).toEqual(['asking', 0, 3, false]);
    store.next();
    store.answer('a', 1);
    store.answer('b', 5);
    expect([store.next(), store.next(), store.step(), store.looksBack()]).toEqual([true, true, 3, true]);
    store.back();
    expect([store.step(), store.screen().map(({ key }) => key), store.typed()]).toEqual([2, ['story'], { a: 1, b: 5 }]);
  });

  it('has one step where there is one screen', async () => {
    const store = await opened(aSurvey({ items: [aScaleItem('recommend')] }));
    expect(store.lastStep()).toBe(1);
  });

  it('does not leave a screen while an answer is missing, and says where, only after the try', async () => {
    const store = await opened();
    store.next();
    const [a, b] = store.items();
    if (!a || !b) throw new Error('the survey has two questions');
    store.answer('b', 2);
    expect(store.error(a)).toBe(null);
    expect([store.next(), store.step(), store.error(a), store.error(b), store.refusedTries()]).toEqual([false, 1, 'missing', null, 1]);
    store.answer('a', 2);
    expect([store.error(a), store.next(), store.step()]).toEqual([null, true, 2]);
  });

  it('finds answers and place again after the page was closed, and drops what no longer fits', async () => {
    const first = await opened();
    first.next();
    first.answer('a', 5);
    first.answer('b', 4);
    first.next();
    first.answer('story', 'A song');
    const second = await opened(aSurvey({ items: [aScaleItem('a', { max: 3 }), aScaleItem('b'), aTextItem('story')] }));
    expect([second.typed(), second.step()]).toEqual([{ b: 4, story: 'A song' }, 2]);
  });

  it('sends what is answered, thanks, and forgets the device’s copy', async () => {
    const store = await opened();
    store.answer('a', 1);
    store.answer('b', 5);
    store.answer('story', ' ');
    expect(store.keptHere()).toBe(true);
    const { request, done } = await sent(store);
    expect(request.request.body).toEqual({
      answers: [
        { key: 'a', number: 1 },
        { key: 'b', number: 5 },
      ],
    });
    request.flush({ answered: 2 });
    await done;
    expect([store.phase(), localStorage.getItem('amity.survey')]).toEqual(['thanks', null]);
  });

  it('leads back to the first screen that misses something instead of sending', async () => {
    const store = await opened();
    store.go(3);
    await store.send();
    expect([store.step(), store.refusedTries()]).toEqual([1, 1]);
  });

  it('keeps everything without a connection, and sends by itself under the same key when it is back', async () => {
    const store = await opened();
    store.answer('a', 1);
    store.answer('b', 5);
    line('offline');
    const first = await sent(store);
    const key = first.request.request.headers.get('Idempotency-Key');
    first.request.error(new ProgressEvent('error'));
    await first.done;
    expect([store.waiting(), store.online(), store.typed()]).toEqual([true, false, { a: 1, b: 5 }]);
    line('online');
    const again = server.expectOne(`${mine}/answers`);
    expect(again.request.headers.get('Idempotency-Key')).toBe(key);
    again.flush({ answered: 2 });
    await turn();
    expect(store.phase()).toBe('thanks');
  });

  it('sends nothing by itself once an answer was changed after the try, and then under another key', async () => {
    const store = await opened();
    store.answer('a', 1);
    store.answer('b', 5);
    const first = await sent(store);
    const key = first.request.request.headers.get('Idempotency-Key');
    first.request.error(new ProgressEvent('error'));
    await first.done;
    store.answer('a', 2);
    line('online');
    server.expectNone(`${mine}/answers`);
    const second = await sent(store);
    expect(second.request.request.headers.get('Idempotency-Key')).not.toBe(key);
    second.request.flush({ answered: 2 });
    await second.done;
  });

  it('opens without a connection what was begun on this device', async () => {
    (await opened()).answer('a', 3);
    const store = aPage();
    const opening = store.open(token);
    server.expectOne(mine).error(new ProgressEvent('error'));
    await opening;
    expect([store.phase(), store.typed()]).toEqual(['asking', { a: 3 }]);
  });

  it('forgets a copy after sixty days', async () => {
    (await opened()).answer('a', 3);
    const kept = JSON.parse(localStorage.getItem('amity.survey') ?? '{}') as Record<string, { at: number }>;
    for (const one of Object.values(kept)) one.at -= 61 * 24 * 3600 * 1000;
    localStorage.setItem('amity.survey', JSON.stringify(kept));
    const store = await opened();
    expect([store.typed(), localStorage.getItem('amity.survey')]).toEqual([{}, null]);
  });

  it.each([
    [404, 'access.link_unknown', 'unknown'],
    [410, 'access.link_expired', 'unknown'],
    [500, 'kernel.broken', 'failed'],
  ])('opened with %i %s is %s', async (status, code, phase) => {
    const store = aPage();
    const opening = store.open(token);
    server.expectOne(mine).flush(refusal(status, code), { status, statusText: 'No' });
    await opening;
    expect([store.phase(), store.problem()?.detail]).toEqual([phase, 'A sentence.']);
  });

  it('asks nothing without a token', async () => {
    const store = aPage();
    await store.open('');
    expect(store.phase()).toBe('unknown');
  });

  it.each(['scheduled', 'closed', 'answered'] as const)('shows a survey that is %s as that', async (state) => {
    expect((await opened(aSurvey({ state, items: [] }))).phase()).toBe(state);
  });

  it.each([
    ['outcomes.answered_already', 'answered'],
    ['outcomes.survey_closed', 'closed'],
    ['outcomes.survey_not_open', 'scheduled'],
    ['kernel.too_many', 'asking'],
  ])('refused with %s is %s', async (code, phase) => {
    const store = await opened();
    store.answer('a', 1);
    store.answer('b', 5);
    const { request, done } = await sent(store);
    request.flush(refusal(409, code), { status: 409, statusText: 'No' });
    await done;
    expect([store.phase(), store.typed()]).toEqual([phase, { a: 1, b: 5 }]);
  });

  it('shows a fault of the api beside its question', async () => {
    const store = await opened();
    store.answer('a', 1);
    store.answer('b', 5);
    store.go(3);
    const { request, done } = await sent(store);
    const errors = [{ path: 'story', detail: 'Write words here.' }];
    request.flush(refusal(422, 'kernel.invalid', { errors }), { status: 422, statusText: 'No' });
    await done;
    expect([store.step(), store.items().map((item) => store.error(item))]).toEqual([2, [null, null, { said: 'Write words here.' }]]);
  });

  it('asks for the questions again when they are not the ones of this page', async () => {
    const store = await opened();
    store.answer('a', 1);
    store.answer('b', 5);
    const { request, done } = await sent(store);
    const errors = [{ path: 'new', detail: 'This question still needs an answer.' }];
    request.flush(refusal(422, 'kernel.invalid', { errors }), { status: 422, statusText: 'No' });
    await turn();
    server.expectOne(mine).flush(aSurvey({ items: [aScaleItem('a'), aScaleItem('new')] }));
    await done;
    expect([store.phase(), store.typed(), store.changed()]).toEqual(['asking', { a: 1 }, true]);
  });
});
