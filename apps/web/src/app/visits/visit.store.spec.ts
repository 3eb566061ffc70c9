import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Appointment, Visit } from '@amity/visits';
import { withEnglish } from '../../testing/english.js';
import { problemInterceptor } from '../http/index.js';
import { anAppointmentSeen } from './testing/appointment-seen.js';
import { VisitStore } from './visit.store.js';

const delegationId = '01973f00-0000-7000-8000-0000000000dd';
const visit: Visit = {
  id: '01973f00-0000-7000-8000-0000000000aa',
  delegationId,
  delegationName: 'Tateyama teachers',
  direction: 'inbound',
  arrivesOn: '2026-05-04',
  departsOn: '2026-05-10',
  zone: 'America/New_York',
  placeName: null,
  homeZone: null,
  homeName: null,
  delegateCount: 0,
  rule: 'public',
  known: true,
  emergencyContact: null,
  published: null,
  version: 1,
};
const conflict = {
  appointmentId: '01973f00-0000-7000-8000-000000000002',
  delegationId,
  title: 'Port tour',
  delegation: 'Trade delegation',
  who: 'Sato Yuki',
  resource: 'person',
  site: null,
  from: '2026-05-05T17:00:00.000Z',
  to: '2026-05-05T18:00:00.000Z',
  zone: 'America/New_York',
};
const refusal = {
  type: 'about:blank',
  title: 'Conflict',
  status: 409,
  code: 'visits.double_booked',
  detail: 'Sato Yuki is taken until 14:00 on Tuesday 5 May: “Port tour” of Trade delegation.',
  reference: '01K9',
  conflict,
};
const span = { startsAt: '2026-05-05T13:00', endsAt: '2026-05-05T14:30' };

describe('the store of a visit', () => {
  let store: VisitStore;
  let server: HttpTestingController;
  const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [VisitStore, provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting(), provideRouter([])],
    });
    store = TestBed.inject(VisitStore);
    server = TestBed.inject(HttpTestingController);
    const loaded = store.load(delegationId);
    server.expectOne(`/api/visits/of-delegation/${delegationId}`).flush(visit);
    await turn();
    server.expectOne(`/api/visits/${visit.id}/appointments`).flush({ items: [anAppointmentSeen()] });
    server.expectOne(`/api/delegations/${delegationId}/roster`).flush({ items: [] });
    await turn();
    compare();
    await loaded;
  });

  afterEach(() => server.verify());

  function compare(): void {
    server.expectOne(`/api/visits/${visit.id}/changes`).flush({ number: 1, changes: [{}], appointmentCount: 1, tentativeCount: 0 });
    server.expectOne(`/api/visits/${visit.id}/versions`).flush({ items: [] });
  }

  const seen = (): Appointment => store.appointments()?.[0] ?? anAppointmentSeen({ title: 'nothing' });

  it('shows a drop at once, and what the api answered afterwards', async () => {
    const dropped = store.drop(seen(), span);
    expect([seen().startsAt, seen().start]).toEqual(['2026-05-05T13:00', '2026-05-05T17:00:00.000Z']);
    const request = server.expectOne(`/api/visits/appointments/${seen().id}`);
    expect([request.request.method, request.request.headers.get('If-Match'), request.request.body.startsAt]).toEqual([
      'PUT',
      '"1"',
      '2026-05-05T13:00',
    ]);
    request.flush(anAppointmentSeen({ ...span, version: 2 }));
    await turn();
    compare();
    expect([await dropped, seen().version, store.refusal()]).toEqual([true, 2, null]);
  });

  it('snaps back when the drop is refused, and says why and what stands in the way', async () => {
    const before = seen();
    const dropped = store.drop(before, span);
    server.expectOne(`/api/visits/appointments/${before.id}`).flush(refusal, { status: 409, statusText: 'Conflict' });
    expect([await dropped, seen(), store.refusal()?.detail, store.conflict()]).toEqual([false, before, refusal.detail, conflict]);
  });

  it('takes a removed appointment away and brings it back', async () => {
    const before = seen();
    const removed = store.remove(before);
    server
      .expectOne({ method: 'DELETE', url: `/api/visits/appointments/${before.id}` })
      .flush(null, { status: 204, statusText: 'No Content' });
    await turn();
    expect(store.appointments()).toEqual([]);
    compare();
    expect(await removed).toBe(true);
    const back = store.bringBack(before.id);
    server.expectOne(`/api/visits/appointments/${before.id}/bring-back`).flush({ ...before, version: 3 });
    await turn();
    compare();
    expect([await back, seen()]).toEqual([true, { ...before, version: 3 }]);
  });

  it('counts what is planned and what is tentative; cancelled ones are neither', () => {
    store.appointments.set([
      anAppointmentSeen(),
      anAppointmentSeen({ id: 'b', state: 'tentative' }),
      anAppointmentSeen({ id: 'c', state: 'cancelled' }),
    ]);
    expect([store.planned().length, store.tentative()]).toEqual([2, 1]);
  });

  it('leaves a saved drop where it is when the difference cannot be asked for', async () => {
    const dropped = store.drop(seen(), span);
    server.expectOne(`/api/visits/appointments/${seen().id}`).flush(anAppointmentSeen({ ...span, version: 2 }));
    await turn();
    server.expectOne(`/api/visits/${visit.id}/changes`).error(new ProgressEvent('error'));
    server.expectOne(`/api/visits/${visit.id}/versions`);
    expect([await dropped, seen().version, seen().startsAt, store.refusal(), store.changeCount()]).toEqual([
      true,
      2,
      '2026-05-05T13:00',
      null,
      null,
    ]);
  });
});
