import { jest } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { withEnglish } from '../../testing/english.js';
import { problemInterceptor } from '../http/index.js';
import { JobsStore } from './jobs.store.js';

const job = { id: 'j1', kind: 'import', title: 'Importing the roster', state: 'running', done: 3, total: 10, cancelRequested: false };
const list = '/api/interchange/jobs?state=running';

describe('the running jobs', () => {
  let jobs: JobsStore;
  let server: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting(), provideRouter([])],
    });
    jobs = TestBed.inject(JobsStore);
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    server.verify();
    jest.useRealTimers();
  });

  it('are not asked for while nothing runs', async () => {
    await jest.advanceTimersByTimeAsync(60_000);
    expect(jobs.busy()).toBe(false);
  });

  it('that began before the page was loaded are found when the frame opens, and followed to their end', async () => {
    jobs.resume();
    server.expectOne(list).flush({ items: [job] });
    await jest.advanceTimersByTimeAsync(0);
    expect(jobs.running().map(({ title, done }) => [title, done])).toEqual([['Importing the roster', 3]]);
    await jest.advanceTimersByTimeAsync(1_000);
    server.expectOne(list).flush({ items: [] });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(jobs.busy()).toBe(false);
  });

  it('are asked for only once when nothing runs as the frame opens', async () => {
    jobs.resume();
    server.expectOne(list).flush({ items: [] });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(jobs.busy()).toBe(false);
  });

  it('are followed until they end, and then nobody asks any more', async () => {
    const ended = jobs.watch('j1');
    server.expectOne(list).flush({ items: [job] });
    await jest.advanceTimersByTimeAsync(0);
    expect(jobs.running().map(({ title, done }) => [title, done])).toEqual([['Importing the roster', 3]]);
    await jest.advanceTimersByTimeAsync(1_000);
    server.expectOne(list).flush({ items: [] });
    await jest.advanceTimersByTimeAsync(0);
    server.expectOne('/api/interchange/jobs/j1').flush({ ...job, state: 'done', done: 10 });
    expect((await ended).state).toBe('done');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(jobs.busy()).toBe(false);
  });

  it('are asked for again when the line was cut', async () => {
    void jobs.watch('j1');
    server.expectOne(list).error(new ProgressEvent('error'));
    await jest.advanceTimersByTimeAsync(1_000);
    server.expectOne(list).flush({ items: [job] });
    await jest.advanceTimersByTimeAsync(0);
    expect(jobs.busy()).toBe(true);
  });
});
