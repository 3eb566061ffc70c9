import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { withEnglish } from '../../testing/english.js';
import { problemInterceptor } from '../http/index.js';
import { IndicatorStore } from './indicator.store.js';
import { reportAddress } from './outcomes.api.js';
import { SurveyResultsStore } from './survey.results.store.js';

const id = '01a20158-a37c-77b6-aac5-8e5ab85858cc';
const ana = { id: '01a20158-a37c-77b6-aac5-8e5ab85858cd', name: 'Ana', lastLetterOn: null, linkMade: false, version: 1 };
const results = { flow: { invited: 1, answered: 0, rate: null } };
const list = { items: [ana], notInvited: 0 };
const wave = `/api/outcomes/waves/${id}`;
const problem = (code: string, status: number) => ({ type: 't', code, title: 't', detail: 'd', reference: 'r', status });

describe('the stores of outcomes', () => {
  let server: HttpTestingController;
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const answer = async (method: string, url: string, body: object, status = 200) => {
    await settle();
    server.expectOne({ method, url }).flush(body, { status, statusText: String(status) });
    await settle();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [
        IndicatorStore,
        SurveyResultsStore,
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  it('ask for the invitations only when the reader may see them', async () => {
    const store = TestBed.inject(SurveyResultsStore);
    const loaded = store.load(id, false);
    await answer('GET', `${wave}/results`, results);
    await loaded;
    expect([store.results(), store.invitations(), store.problem()]).toEqual([results, null, null]);
  });

  it('show a new link once, and forget it when it is hidden', async () => {
    const store = TestBed.inject(SurveyResultsStore);
    const loaded = store.load(id, true);
    await answer('GET', `${wave}/results`, results);
    await answer('GET', `${wave}/invitations`, list);
    await loaded;
    const [invitation] = store.invitations()?.items ?? [];
    if (!invitation) throw new Error('Nobody is invited.');
    const made = store.makeLink(invitation);
    await answer('POST', `/api/outcomes/invitations/${ana.id}/link`, { url: 'https://amity.example/p/survey#t' }, 201);
    await made;
    expect(store.link()).toEqual({ invitationId: ana.id, name: 'Ana', url: 'https://amity.example/p/survey#t' });
    expect(store.invitations()?.items.map(({ linkMade }) => linkMade)).toEqual([true]);
    store.hideLink();
    expect(store.link()).toBe(null);
  });

  it('keep the results when a reminder is refused, and send it once however often it is pressed', async () => {
    const store = TestBed.inject(SurveyResultsStore);
    const loaded = store.load(id, true);
    await answer('GET', `${wave}/results`, results);
    await answer('GET', `${wave}/invitations`, list);
    await loaded;
    const sent = Promise.all([store.remind(), store.remind()]);
    await answer('POST', `${wave}/reminders`, problem('outcomes.wave_over', 409), 409);
    expect([await sent, store.problem()?.code, store.busy(), store.results()]).toEqual([
      [null, null],
      'outcomes.wave_over',
      false,
      results,
    ]);
  });

  it('read the indicator again after a measurement, because it moves the actual', async () => {
    const store = TestBed.inject(IndicatorStore);
    const address = `/api/outcomes/indicators/${id}`;
    const loaded = store.load(id);
    await answer('GET', address, { id, actual: { value: null }, version: 1 });
    await answer('GET', `${address}/measurements`, { items: [] });
    await loaded;
    const saved = store.measure({ value: 7, measuredOn: '2026-05-31', note: null }, 'key');
    await answer('POST', `${address}/measurements`, { id: ana.id }, 201);
    await answer('GET', address, { id, actual: { value: 7 }, version: 1 });
    await answer('GET', `${address}/measurements`, { items: [{ id: ana.id, value: 7 }] });
    await saved;
    expect([store.indicator()?.actual.value, store.measurements().map(({ value }) => value)]).toEqual([7, [7]]);
  });

  it('fetch the report of one delegation or of all', () => {
    expect([reportAddress('pdf', null), reportAddress('xlsx', id)]).toEqual([
      '/api/outcomes/report.pdf',
      `/api/outcomes/report.xlsx?delegationId=${id}`,
    ]);
  });
});
