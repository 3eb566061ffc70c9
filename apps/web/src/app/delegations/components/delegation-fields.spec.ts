import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { withEnglish } from '../../../testing/english.js';
import { schemaForm } from '../../forms/index.js';
import { blank, DelegationForm } from '../delegation.typed.js';
import { DelegationFields } from './delegation-fields.js';

@Component({ imports: [DelegationFields], template: `<amity-delegation-fields [form]="form" [fills]="true" />` })
class NewDelegation {
  readonly form = schemaForm(blank('America/Chicago'), DelegationForm, () => Promise.resolve());
}

describe('the fields of a new delegation', () => {
  it('fill in what the program format makes usual, and leave alone what somebody wrote', async () => {
    TestBed.configureTestingModule({ imports: [withEnglish()], providers: [provideHttpClient(), provideHttpClientTesting()] });
    const fixture = TestBed.createComponent(NewDelegation);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const type = async (selector: string, at: number, value: string) => {
      const control = host.querySelectorAll<HTMLInputElement | HTMLSelectElement>(selector)[at];
      if (!control) throw new Error(`There is no ${selector}.`);
      control.value = value;
      for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
      await fixture.whenStable();
    };
    const typed = () => fixture.componentInstance.form.model();
    await type('select', 1, 'faith_exchange');
    await type('input[type=date]', 0, '2026-05-04');
    expect([typed().track, typed().arrivesOn, typed().departsOn]).toEqual(['7', '2026-05-04', '2026-05-11']);
    await type('input[type=date]', 1, '2026-05-09');
    await type('select', 1, 'scholar_exchange');
    expect([typed().track, typed().departsOn]).toEqual(['5', '2026-05-09']);
  });
});
