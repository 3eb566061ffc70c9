import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { SessionStore } from '../access/index.js';
import { Navigation } from './navigation.store.js';
import { startPage } from './start-page.js';

@Component({ template: '' })
class Page {}

describe('the rail', () => {
  async function signedInWith(...permissions: string[]): Promise<Navigation> {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          {
            path: '',
            children: [
              { path: '', pathMatch: 'full', redirectTo: startPage },
              { path: 'visits', component: Page },
              { path: 'delegations', component: Page },
              { path: 'messages/outbox', component: Page },
              { path: 'welcome', component: Page },
            ],
          },
        ]),
      ],
    });
    const known = TestBed.inject(SessionStore).whoAmI();
    const harbor = { id: 'o1', name: 'Harbor City', slug: 'harbor', zone: 'Europe/Lisbon' };
    TestBed.inject(HttpTestingController)
      .expectOne('/api/access/session')
      .flush({
        me: {
          account: { id: 'a1', name: 'Ana', email: 'ana@example.org' },
          organization: harbor,
          organizations: [harbor],
          roles: [],
          permissions,
        },
      });
    await known;
    return TestBed.inject(Navigation);
  }

  it('shows what is registered and permitted, in the order of the job', async () => {
    const navigation = await signedInWith('visits.read', 'delegations.read', 'messages.read_outbox', 'people.read');
    expect(navigation.rail().map(({ path }) => path)).toEqual(['delegations', 'visits']);
    expect(navigation.foot().map(({ path }) => path)).toEqual(['messages']);
  });

  it.each([
    [['visits.read'], '/visits'],
    [[], '/welcome'],
  ])('with %j starts at %s', async (permissions, start) => {
    await signedInWith(...permissions);
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/');
    expect(router.url).toBe(start);
  });
});
