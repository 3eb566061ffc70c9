import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Combobox } from './combobox.js';

const later = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

@Component({ imports: [Combobox], template: `<amity-combobox [search]="search" [nameOf]="nameOf" [quiet]="0" [(value)]="city" />` })
class Picker {
  readonly city = signal<string | null>(null);
  readonly asked: string[] = [];
  readonly nameOf = (city: string) => city;
  /** The answer to one letter is slow, so that it arrives after the answer to two. */
  readonly search = async (typed: string): Promise<readonly string[]> => {
    this.asked.push(typed);
    await later(typed.length === 1 ? 40 : 0);
    return ['Vaasa', 'Valdivia', 'Bergen'].filter((city) => city.startsWith(typed));
  };
}

describe('a combobox', () => {
  let fixture: ComponentFixture<Picker>;
  let input: HTMLInputElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { en: {} }, preloadLangs: true, translocoConfig: { defaultLang: 'en' } })],
    });
    fixture = TestBed.createComponent(Picker);
    await fixture.whenStable();
    const found = (fixture.nativeElement as HTMLElement).querySelector('input');
    if (found === null) throw new Error('no input');
    input = found;
  });

  async function type(text: string, wait = 10): Promise<void> {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await later(wait);
    await fixture.whenStable();
  }

  async function press(key: string): Promise<void> {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  }

  const options = () =>
    [...(fixture.nativeElement as HTMLElement).querySelectorAll('[role=option]')].map((option) => option.textContent?.trim());

  it('lists what is found and takes the one the arrows stand on', async () => {
    await type('Va');
    expect([options(), input.getAttribute('aria-expanded')]).toEqual([['Vaasa', 'Valdivia'], 'true']);
    await press('ArrowDown');
    expect(input.getAttribute('aria-activedescendant')).toBe(
      (fixture.nativeElement as HTMLElement).querySelectorAll('[role=option]')[1]?.id,
    );
    await press('Enter');
    expect([fixture.componentInstance.city(), input.value, options()]).toEqual(['Valdivia', 'Valdivia', []]);
  });

  it('drops an answer that comes too late', async () => {
    await type('B', 5);
    await type('Va', 60);
    expect(fixture.componentInstance.asked).toEqual(['B', 'Va']);
    expect(options()).toEqual(['Vaasa', 'Valdivia']);
  });

  it('puts the last pick back when the field is left, and takes it away when it is emptied', async () => {
    await type('Ber');
    await press('Enter');
    await type('Bergenx');
    input.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect([fixture.componentInstance.city(), input.value]).toEqual(['Bergen', 'Bergen']);
    await type('');
    expect(fixture.componentInstance.city()).toBe(null);
  });
});
