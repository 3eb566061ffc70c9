import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { VersionDiff } from './version-diff.js';

describe('two versions', () => {
  it('offer only what differs, and give back what was chosen for each field', async () => {
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { en: {} }, preloadLangs: true, translocoConfig: { defaultLang: 'en' } })],
    });
    const fixture = TestBed.createComponent(VersionDiff);
    const shown = { yoursShown: '', theirsShown: '' };
    fixture.componentRef.setInput('fields', [
      { name: 'beds', label: 'Beds', yours: 2, theirs: 3, ...shown },
      { name: 'pets', label: 'Pets', yours: ['cat'], theirs: ['cat'], ...shown },
      { name: 'note', label: 'Note', yours: 'a', theirs: 'b', ...shown },
    ]);
    const settled: unknown[] = [];
    fixture.componentInstance.settled.subscribe((values) => settled.push(values));
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect([...page.querySelectorAll('legend')].map((legend) => legend.textContent)).toEqual(['Beds', 'Note']);
    page.querySelectorAll<HTMLInputElement>('input')[1]?.click();
    await fixture.whenStable();
    page.querySelector<HTMLButtonElement>('.button.primary')?.click();
    expect(settled).toEqual([{ beds: 3, pets: ['cat'], note: 'a' }]);
  });
});
