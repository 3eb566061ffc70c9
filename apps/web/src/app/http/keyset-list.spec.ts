import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { withEnglish } from '../../testing/english.js';
import { keysetList, problemInterceptor } from './index.js';

describe('a keyset list', () => {
  let server: HttpTestingController;
  const state = signal('cleared');
  const make = () =>
    TestBed.runInInjectionContext(() =>
      keysetList<{ id: string }>(
        () => '/api/f',
        () => ({ state: state(), city: '' }),
      ),
    );

  beforeEach(() => {
    state.set('cleared');
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => server.verify());

  it('appends the next page and knows the count of all', () => {
    const list = make();
    TestBed.tick();
    server.expectOne('/api/f?state=cleared').flush({ items: [{ id: '1' }], next: 'c', total: 2 });
    expect([list.more(), list.total()]).toEqual([true, 2]);
    list.loadMore();
    server.expectOne('/api/f?state=cleared&cursor=c').flush({ items: [{ id: '2' }], next: null, total: 2 });
    expect([list.items().map(({ id }) => id), list.more()]).toEqual([['1', '2'], false]);
  });

  it('drops the answer to a question nobody asks any more', () => {
    const list = make();
    TestBed.tick();
    const before = server.expectOne('/api/f?state=cleared');
    state.set('paused');
    TestBed.tick();
    expect(before.cancelled).toBe(true);
    server.expectOne('/api/f?state=paused').flush({ items: [{ id: '3' }], next: null, total: 1 });
    expect(list.items().map(({ id }) => id)).toEqual(['3']);
  });

  it('keeps what is loaded when the next page fails, and says why', () => {
    const list = make();
    TestBed.tick();
    server.expectOne('/api/f?state=cleared').flush({ items: [{ id: '1' }], next: 'c', total: 2 });
    list.loadMore();
    server.expectOne('/api/f?state=cleared&cursor=c').error(new ProgressEvent('error'));
    expect([list.items().length, list.problem()?.code, list.loading()]).toEqual([1, 'web.offline', false]);
  });
});
