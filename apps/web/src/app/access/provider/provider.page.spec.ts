import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { withEnglish } from '../../../testing/english.js';
import { problemInterceptor } from '../../http/index.js';
import { ProviderPage } from './provider.page.js';

@Component({ template: '' })
class Anywhere {}

const harbor = { id: 'o1', name: 'Harbor City', slug: 'harbor', zone: 'Europe/Lisbon' };
const me = {
  account: { id: 'a1', name: 'Ana', email: 'ana@example.org' },
  organization: harbor,
  organizations: [harbor],
  roles: [],
  permissions: [],
  csrf: 'x',
};

describe('coming back from a provider', () => {
  let page: HTMLElement;
  let server: HttpTestingController;
  let stable: () => Promise<unknown>;

  async function arrive(search: string): Promise<void> {
    window.history.replaceState(null, '', `/sign-in/provider${search}`);
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'sign-in/provider', component: ProviderPage },
          { path: '**', component: Anywhere },
        ]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create('/sign-in/provider');
    stable = () => harness.fixture.whenStable();
    page = harness.fixture.nativeElement as HTMLElement;
  }

  async function settle(): Promise<void> {
    await new Promise((done) => setTimeout(done));
    await stable();
  }

  it('hands the answer on once, takes it out of the address, and goes on within this website alone', async () => {
    await arrive('?code=c&state=s&iss=https%3A%2F%2Fid.example');
    const request = server.expectOne('/api/access/provider/answers');
    expect([request.request.body, window.location.search]).toEqual([{ query: 'code=c&state=s&iss=https%3A%2F%2Fid.example' }, '']);
    request.flush({ outcome: 'signed_in', me, returnTo: '//evil.example' });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('asks for the second factor where there is one', async () => {
    await arrive('?code=c&state=s');
    const refusal = { type: 'x', title: 'No', status: 401, code: 'access.second_factor_needed', detail: 'Now the code.', reference: 'r' };
    server.expectOne('/api/access/provider/answers').flush(refusal, { status: 401, statusText: 'Unauthorized' });
    await settle();
    expect(page.querySelector('input')?.autocomplete).toBe('one-time-code');
  });

  it('asks nobody when it was opened without an answer', async () => {
    await arrive('?lang=en');
    await settle();
    server.expectNone('/api/access/provider/answers');
    expect([page.querySelector('a')?.getAttribute('href'), window.location.search]).toEqual(['/sign-in', '?lang=en']);
  });
});
