import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Router } from '@angular/router';
import { FilterState } from './filter-state.js';

@Component({ template: '' })
class ListPage {}

describe('the filters of a list', () => {
  let router: Router;
  let filters: FilterState;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: 'families', component: ListPage }])] });
    filters = TestBed.inject(FilterState);
    router = TestBed.inject(Router);
    await RouterTestingHarness.create('/families?state=cleared&page=2');
  });

  it('are read from the address', () => {
    expect([filters.value('state')(), filters.values('state')(), filters.value('city')()]).toEqual(['cleared', ['cleared'], null]);
  });

  it('are written to the address and leave the others alone', async () => {
    await filters.set({ city: 'Vaasa', state: null });
    expect(router.url).toBe('/families?page=2&city=Vaasa');
  });

  it('go on and off', async () => {
    await filters.toggle('state', 'paused');
    expect(router.url).toBe('/families?state=cleared&state=paused&page=2');
    await filters.toggle('state', 'cleared');
    expect(filters.question('state', 'city')()).toEqual({ state: ['paused'], city: [] });
  });
});
