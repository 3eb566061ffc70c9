import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { withEnglish } from '../../../testing/english.js';
import { problemInterceptor } from '../../http/index.js';
import { SessionStore } from '../session.store.js';
import { SignInPage } from './sign-in.page.js';

@Component({ template: '' })
class Anywhere {}

const harbor = { id: 'o1', name: 'Harbor City', slug: 'harbor', zone: 'Europe/Lisbon' };
const me = {
  account: { id: 'a1', name: 'Ana', email: 'ana@example.org' },
  organization: harbor,
  organizations: [harbor],
  roles: ['coordinator'],
  permissions: ['visits.read'],
};

describe('signing in', () => {
  let page: HTMLElement;
  let server: HttpTestingController;
  let stable: () => Promise<unknown>;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'sign-in', component: SignInPage },
            { path: '**', component: Anywhere },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create('/sign-in?returnTo=%2Fvisits%3Fweek%3D20');
    server.expectOne('/api/access/set-up').flush({ needed: false });
    await new Promise((done) => setTimeout(done));
    server.expectOne('/api/access/provider').flush({ name: 'City ID' });
    await new Promise((done) => setTimeout(done));
    stable = () => harness.fixture.whenStable();
    await stable();
    page = harness.fixture.nativeElement as HTMLElement;
  });

  function write(selector: string, text: string): void {
    const input = page.querySelector<HTMLInputElement>(selector);
    if (input === null) throw new Error(`no ${selector}`);
    input.value = text;
    input.dispatchEvent(new Event('input'));
  }

  async function send(): Promise<void> {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((done) => setTimeout(done));
    await stable();
  }

  const shown = (selector: string) =>
    [...page.querySelectorAll(selector)].map((element) => element.textContent?.replace(/\s+/g, ' ').trim());

  it('offers the provider of the installation, and says so when it cannot be reached', async () => {
    const button = [...page.querySelectorAll<HTMLButtonElement>('button')].find(({ textContent }) =>
      textContent?.includes('Go on with City ID'),
    );
    button?.click();
    const begun = server.expectOne('/api/access/provider/sign-ins');
    expect(begun.request.body).toEqual({ returnTo: '/visits?week=20' });
    begun.flush(
      { type: 'x', title: 'No', status: 503, code: 'access.provider_unreachable', detail: 'City ID cannot be reached.', reference: 'r1' },
      { status: 503, statusText: 'Unavailable' },
    );
    await new Promise((done) => setTimeout(done));
    await stable();
    expect(shown('[role=alert] .detail')).toEqual(['City ID cannot be reached.']);
  });

  it('says in words what is missing, beside the field and above the form, and asks nobody', async () => {
    write('input[type=email]', 'ana');
    await send();
    const email = 'This does not look like an e-mail address, such as ana@example.org.';
    expect(shown('.error')).toEqual([email, 'Please fill this in.']);
    expect(shown('amity-error-summary li')).toEqual([`E-mail: ${email}`, 'Password: Please fill this in.']);
    server.expectNone('/api/access/sessions');
  });

  it('shows the refusal of the api and keeps what was typed', async () => {
    write('input[type=email]', ' Ana@Example.org ');
    write('input[type=password]', 'wrong');
    await send();
    const request = server.expectOne('/api/access/sessions');
    expect(request.request.body).toEqual({ email: 'ana@example.org', password: 'wrong' });
    request.flush(
      { type: 'x', title: 'No', status: 401, code: 'access.wrong_credentials', detail: 'These do not fit together.', reference: 'r1' },
      { status: 401, statusText: 'Unauthorized' },
    );
    await new Promise((done) => setTimeout(done));
    await stable();
    expect(shown('[role=alert] .detail')).toEqual(['These do not fit together.']);
    expect(page.querySelector<HTMLInputElement>('input[type=password]')?.value).toBe('wrong');
  });

  it('goes where one wanted to go', async () => {
    write('input[type=email]', 'ana@example.org');
    write('input[type=password]', 'right');
    await send();
    server.expectOne('/api/access/sessions').flush(me);
    await new Promise((done) => setTimeout(done));
    await stable();
    expect(TestBed.inject(Router).url).toBe('/visits?week=20');
    expect([TestBed.inject(SessionStore).can('visits.read'), TestBed.inject(SessionStore).can('visits.publish')]).toEqual([true, false]);
  });
});
