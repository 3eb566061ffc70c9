import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Home } from '@amity/hosting';
import { withEnglish } from '../../../testing/english.js';
import { problemInterceptor } from '../../http/index.js';
import { HomeStore } from './home.store.js';

const address = '/api/hosting/home';
const home: Home = {
  organization: 'Harbor City',
  name: 'Okafor',
  state: 'approved',
  today: '2026-05-01',
  address: '12 Harbor Street',
  town: 'Harbor City',
  phone: null,
  beds: 1,
  offers: [],
  pets: [],
  members: [],
  screeningMet: 3,
  screeningNeeded: 3,
  version: 4,
};
const refusal = (status: number, more: object = {}) => ({
  type: 'about:blank',
  title: 't',
  status,
  code: status === 412 ? 'kernel.stale_version' : 'kernel.invalid',
  detail: 'd',
  reference: 'r',
  ...more,
});

describe('the page of a family', () => {
  let store: HomeStore;
  let server: HttpTestingController;
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  /** The one save on its way. */
  const save = async () => {
    await settle();
    return server.expectOne({ method: 'PATCH', url: address });
  };
  const sent = ({ request }: Awaited<ReturnType<typeof save>>) => [request.headers.get('If-Match'), request.body as unknown];

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [HomeStore, provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting(), provideRouter([])],
    });
    store = TestBed.inject(HomeStore);
    server = TestBed.inject(HttpTestingController);
    const opened = store.open('token');
    server.expectOne(address).flush(home);
    await opened;
  });
  afterEach(() => server.verify());

  it('sends one save at a time, and the newest of all that was chosen meanwhile with the next', async () => {
    const changes = [store.change({ beds: 2 }), store.change({ beds: 3 }), store.change({ pets: [{ species: 'cat', count: 1 }] })];
    expect([store.home()?.beds, store.home()?.pets]).toEqual([3, [{ species: 'cat', count: 1 }]]);
    const first = await save();
    expect(sent(first)).toEqual(['"4"', { beds: 2 }]);
    first.flush({ ...home, beds: 2, version: 5 });
    const second = await save();
    expect(sent(second)).toEqual(['"5"', { beds: 3, pets: [{ species: 'cat', count: 1 }] }]);
    expect([store.home()?.beds, store.keeping()]).toEqual([3, 'saving']);
    const after = { ...home, beds: 3, pets: [{ species: 'cat' as const, count: 1 }], version: 6 };
    second.flush(after);
    await Promise.all(changes);
    expect([store.home(), store.keeping(), store.refused()]).toEqual([after, 'saved', null]);
  });

  it('keeps both versions when somebody else saved, takes what is chosen until then into the choice, and saves the choice', async () => {
    const change = store.change({ beds: 3 });
    const theirs = { ...home, beds: 2, pets: [{ species: 'dog' as const, count: 1 }], version: 9 };
    (await save()).flush(refusal(412, { current: theirs }), { status: 412, statusText: 'Precondition Failed' });
    await change;
    await store.change({ pets: [] });
    expect([store.conflict(), store.home()?.beds]).toEqual([{ mine: { beds: 3, pets: [] }, theirs }, 3]);
    const settled = store.settle({ beds: 3, pets: theirs.pets });
    const again = await save();
    expect(sent(again)).toEqual(['"9"', { beds: 3 }]);
    again.flush({ ...theirs, beds: 3, version: 10 });
    await settled;
    expect([store.conflict(), store.home()]).toEqual([null, { ...theirs, beds: 3, version: 10 }]);
  });

  it('asks nobody when the other version says the same: the answer to an earlier save was lost', async () => {
    const change = store.change({ beds: 2 });
    const theirs = { ...home, beds: 2, version: 5 };
    (await save()).flush(refusal(412, { current: theirs }), { status: 412, statusText: 'Precondition Failed' });
    await change;
    expect([store.conflict(), store.home(), store.keeping()]).toEqual([null, theirs, 'saved']);
  });

  it('keeps what was refused on the page, and saves the rest without it', async () => {
    const offers = [{ from: '2026-05-09', to: '2026-05-01' }];
    const refused = store.change({ offers });
    (await save()).flush(refusal(422, { errors: [{ path: 'offers.0.to', detail: 'Later, please.' }] }), { status: 422, statusText: 'No' });
    await refused;
    const change = store.change({ beds: 2 });
    const next = await save();
    expect(sent(next)).toEqual(['"4"', { beds: 2 }]);
    next.flush({ ...home, beds: 2, version: 5 });
    await change;
    expect([store.home(), store.refused()?.errors]).toEqual([
      { ...home, offers, beds: 2, version: 5 },
      [{ path: 'offers.0.to', detail: 'Later, please.' }],
    ]);
  });

  it('sends what the line lost when it is back', async () => {
    const change = store.change({ beds: 2 });
    (await save()).error(new ProgressEvent('error'));
    await change;
    expect([store.home()?.beds, store.refused()?.offline]).toEqual([2, true]);
    window.dispatchEvent(new Event('online'));
    const again = await save();
    expect(sent(again)).toEqual(['"4"', { beds: 2 }]);
    again.flush({ ...home, beds: 2, version: 5 });
    await settle();
    expect([store.home()?.version, store.refused()]).toEqual([5, null]);
  });
});
