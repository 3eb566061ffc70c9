import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AuditEntry } from '@amity/audit';
import { withEnglish } from '../../../testing/english.js';
import { SessionStore } from '../../access/index.js';
import { problemInterceptor } from '../../http/index.js';
import { RecordHistory } from './record-history.js';

const subjectId = '01a2013f-7aa4-7873-8e08-475a972c512e';
const entry: AuditEntry = {
  id: '01a20158-a37c-77b6-aac5-8e5ab85858cc',
  number: 4,
  at: '2026-05-12T14:40:00.000Z',
  actor: 'Ada',
  onBehalfOf: { id: subjectId, name: 'Maria Garza' },
  reason: 'She called',
  action: 'changed',
  purpose: null,
  fields: null,
  subject: 'people.people',
  subjectId,
  before: { phone: null, worksAt: '' },
  after: { phone: '1', worksAt: 'City Hall' },
};
const read: AuditEntry = {
  ...entry,
  id: '01a20158-a37c-77b6-aac5-8e5ab85858cd',
  number: 3,
  actor: 'system:postman',
  onBehalfOf: null,
  reason: null,
  action: 'read',
  purpose: 'health_safety',
  fields: ['birthDate'],
  before: null,
  after: null,
};

describe('the history on a record’s page', () => {
  let server: HttpTestingController;
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

  const open = async (permissions: string[]): Promise<ComponentFixture<RecordHistory>> => {
    TestBed.configureTestingModule({
      imports: [withEnglish()],
      providers: [provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    const asked = TestBed.inject(SessionStore).whoAmI();
    server
      .expectOne('/api/access/session')
      .flush({ me: { permissions, organization: { id: 'o', name: 'O', slug: 'o', zone: 'America/Chicago' } } });
    await asked;
    const fixture = TestBed.createComponent(RecordHistory);
    fixture.componentRef.setInput('subjectId', subjectId);
    await settle();
    return fixture;
  };
  const asked = () => server.expectOne((request) => request.url === '/api/audit/entries');
  /** The lines as they stand below each other. */
  const linesOf = (fixture: ComponentFixture<RecordHistory>) =>
    [...(fixture.nativeElement as HTMLElement).querySelectorAll('h2, li span, p, a')].map((line) =>
      line.textContent.replaceAll(/\s+/g, ' ').trim(),
    );

  it('says who did what when, why and for whom, and leads to the rest', async () => {
    const fixture = await open(['audit.read']);
    const request = asked();
    expect(request.request.params.toString()).toBe(`subjectId=${subjectId}&limit=5`);
    request.flush({ items: [entry, read], next: 'x', total: 12 });
    await settle();
    expect(linesOf(fixture)).toEqual([
      'History',
      'Phone, Works at changed: She called',
      'May 12, 2026, 9:40 AM · Ada for Maria Garza',
      'Birth date read: Health and safety',
      'May 12, 2026, 9:40 AM · Amity',
      'The whole history: 12 entries',
    ]);
    expect((fixture.nativeElement as HTMLElement).querySelector('a')?.getAttribute('href')).toBe(`/audit?subjectId=${subjectId}`);
  });

  it('asks nothing and shows nothing to those who may not read it', async () => {
    const fixture = await open(['people.read']);
    server.expectNone((request) => request.url === '/api/audit/entries');
    expect(linesOf(fixture)).toEqual([]);
  });

  it('says what went wrong and asks again', async () => {
    const fixture = await open(['audit.read']);
    asked().flush(null, { status: 503, statusText: 'away' });
    await settle();
    (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
    asked().flush({ items: [], next: null, total: 0 });
    await settle();
    expect(linesOf(fixture)).toEqual(['History', 'No change of this record is written here.']);
  });
});
