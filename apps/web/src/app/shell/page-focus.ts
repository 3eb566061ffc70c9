// After a change of page the focus stands on its title, as after a page load; a change of filters (same path) leaves it alone.
import { afterNextRender, DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private page: string | null = null;

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(({ urlAfterRedirects }) => this.arrivedAt(urlAfterRedirects.split(/[?#]/)[0] ?? '/'));
  }

  private arrivedAt(page: string): void {
    const first = this.page === null;
    const same = this.page === page;
    this.page = page;
    if (first || same) return;
    afterNextRender(() => this.document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }), { injector: this.injector });
  }
}
