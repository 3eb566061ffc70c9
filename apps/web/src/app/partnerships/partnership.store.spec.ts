import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { withEnglish } from '../../testing/english.js';
import { problemInterceptor } from '../http/index.js';
import { PartnershipStore } from './partnership.store.js';

const id = '01a20158-a37c-77b6-aac5-8e5ab85858cc';
const partnership = { id, kind: 'twinning', since: null, state: 'active', notes: '', version: 1 };
const history = { items: [], next: null, total: 0 };
const address = `/api/partnerships/${id}`;

describe('a partnership on its page', () => {
  let store: PartnershipStore;
  let server: HttpTestingController;
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const answer = async (url: string, body: object, status = 200) => {
    await settle();
    server.expectOne((request) => request.url === url).flush(body, { status, statusText: String(status) });
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [
        PartnershipStore,
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    store = TestBed.inject(PartnershipStore);
    server = TestBed.inject(HttpTestingController);
    const loaded = store.load(id);
    await answer(address, partnership);
    await answer(`${address}/timeline`, history);
    await loaded;
  });
  afterEach(() => server.verify());

  it('saves with the version it read, and says so', async () => {
    const saved = store.save({ notes: 'Hers' });
    await settle();
    const request = server.expectOne(address);
    expect([request.request.method, request.request.headers.get('If-Match'), request.request.body]).toEqual([
      'PATCH',
      '"1"',
      { notes: 'Hers' },
    ]);
    request.flush({ ...partnership, notes: 'Hers', version: 2 });
    await answer(`${address}/timeline`, history);
    expect([await saved, store.saving(), store.partnership()?.notes]).toEqual([true, 'saved', 'Hers']);
  });

  it('keeps both versions when somebody saved meanwhile, and saves what was chosen over theirs', async () => {
    const saved = store.save({ notes: 'Hers' });
    const current = { kind: 'twinning', since: null, state: 'active', notes: 'His' };
    await answer(
      address,
      { type: 't', code: 'kernel.stale_version', title: 't', detail: 'd', reference: 'r', status: 412, currentVersion: 7, current },
      412,
    );
    expect([await saved, store.saving(), store.conflict()]).toEqual([
      false,
      'unsaved',
      { mine: { notes: 'Hers' }, theirs: current, version: 7 },
    ]);
    const settled = store.settle({ notes: 'Hers' });
    await settle();
    const request = server.expectOne(address);
    expect(request.request.headers.get('If-Match')).toBe('"7"');
    request.flush({ ...partnership, notes: 'Hers', version: 8 });
    await answer(`${address}/timeline`, history);
    await settled;
    expect([store.conflict(), store.partnership()?.version]).toEqual([null, 8]);
  });

  it('saves one change after the other, each over what the one before it left, back to the first value included', async () => {
    const saves = [store.save({ kind: 'sister_city' }), store.save({ notes: 'Hers' }), store.save({ kind: 'twinning' })];
    const sent: unknown[] = [];
    for (const after of [
      { kind: 'sister_city', version: 2 },
      { kind: 'sister_city', notes: 'Hers', version: 3 },
      { kind: 'twinning', notes: 'Hers', version: 4 },
    ]) {
      await settle();
      const save = server.expectOne(address);
      sent.push([save.request.headers.get('If-Match'), save.request.body]);
      save.flush({ ...partnership, ...after });
      await answer(`${address}/timeline`, history);
    }
    expect(sent).toEqual([
      ['"1"', { kind: 'sister_city' }],
      ['"2"', { notes: 'Hers' }],
      ['"3"', { kind: 'twinning' }],
    ]);
    expect(await Promise.all(saves)).toEqual([true, true, true]);
  });

  it('takes what is changed while two versions stand into the choice', async () => {
    const saves = [store.save({ notes: 'Hers' }), store.save({ kind: 'sister_city' })];
    const current = { kind: 'twinning', since: null, state: 'active', notes: 'His' };
    await answer(
      address,
      { type: 't', code: 'kernel.stale_version', title: 't', detail: 'd', reference: 'r', status: 412, currentVersion: 7, current },
      412,
    );
    expect([await Promise.all(saves), store.conflict()]).toEqual([
      [false, false],
      { mine: { notes: 'Hers', kind: 'sister_city' }, theirs: current, version: 7 },
    ]);
  });

  it('is saved even when its history cannot be read afterwards', async () => {
    const saved = store.save({ notes: 'Hers' });
    await answer(address, { ...partnership, notes: 'Hers', version: 2 });
    await settle();
    server.expectOne((request) => request.url === `${address}/timeline`).error(new ProgressEvent('error'));
    expect([await saved, store.saving(), store.problem()?.offline]).toEqual([true, 'saved', true]);
  });
});
