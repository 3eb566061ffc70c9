import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Tabs } from './tabs.js';

@Component({
  selector: 'amity-record-page',
  imports: [Tabs],
  template: `<amity-tabs label="Leipzig choir" [tabs]="tabs" />`,
})
class RecordPage {
  protected readonly tabs = [
    { link: '/delegations/1', label: 'Overview', exact: true },
    { link: '/delegations/1/roster', label: 'Roster', count: 12 },
  ];
}

describe('tabs', () => {
  it.each([
    ['/delegations/1', 'Overview'],
    ['/delegations/1?open=2', 'Overview'],
    ['/delegations/1/roster', 'Roster'],
    ['/delegations/1/roster/import', 'Roster'],
    ['/delegations/1/roster?open=2&q=maria#notes', 'Roster'],
  ])('at %s mark %s and nothing else', async (address, marked) => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: RecordPage }])] });
    const harness = await RouterTestingHarness.create(address);
    await harness.fixture.whenStable();
    const links = [...(harness.routeNativeElement?.querySelectorAll('a') ?? [])];
    const current = links.filter((link) => link.getAttribute('aria-current') === 'page' && link.classList.contains('current'));
    expect(current.map((link) => link.firstChild?.textContent?.trim())).toEqual([marked]);
  });
});
