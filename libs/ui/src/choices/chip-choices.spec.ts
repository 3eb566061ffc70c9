import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { ChipChoices } from './chip-choices.js';

const pets = ['dog', 'cat'].map((value) => ({ value, label: value.toUpperCase() }));

describe('chip choices', () => {
  const make = (inputs: Record<string, unknown>) => {
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { en: {} }, translocoConfig: { defaultLang: 'en' } })],
    });
    const fixture = TestBed.createComponent(ChipChoices);
    for (const [name, value] of Object.entries({ choices: pets, ...inputs })) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    const host: HTMLElement = fixture.nativeElement;
    const buttons = () => [...host.querySelectorAll('button')].map((b) => `${b.textContent?.trim()} ${b.getAttribute('aria-pressed')}`);
    return { fixture, host, buttons };
  };

  it('switches an answer on and off', async () => {
    const { fixture, host, buttons } = make({ value: ['cat'] });
    expect(buttons()).toEqual(['DOG false', 'CAT true']);
    host.querySelectorAll('button')[0]?.click();
    host.querySelectorAll('button')[1]?.click();
    await fixture.whenStable();
    expect([fixture.componentInstance.value(), buttons()]).toEqual([['dog'], ['DOG true', 'CAT false']]);
  });

  it('takes words of one’s own, and a known word as the choice it is', async () => {
    const { fixture, host, buttons } = make({ ownWords: 'Something else' });
    const input = host.querySelector('input');
    for (const typed of ['no peanuts', 'dog', ' ']) {
      if (input) input.value = typed;
      input?.dispatchEvent(new Event('blur'));
    }
    await fixture.whenStable();
    expect([fixture.componentInstance.value(), buttons()]).toEqual([
      ['no peanuts', 'dog'],
      ['DOG true', 'CAT false', 'no peanuts true'],
    ]);
  });

  it('offers a long list as a menu of what is not chosen yet', async () => {
    const { fixture, host, buttons } = make({ atMost: 1, value: ['cat'] });
    expect([buttons(), [...host.querySelectorAll('option')].map((option) => option.value)]).toEqual([['CAT true'], ['', 'dog']]);
    const select = host.querySelector('select');
    if (select) select.value = 'dog';
    select?.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect(fixture.componentInstance.value()).toEqual(['cat', 'dog']);
  });
});
