// The frame of every page behind sign-in: skip link, top bar, rail by job (a bottom bar on a phone), the page.
// Keys that work everywhere are heard here: Ctrl-K or Cmd-K opens the palette, ? the shortcuts page.
import { OverlayContainer } from '@angular/cdk/overlay';
import { Component, effect, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { TranslocoDirective, translateSignal } from '@jsverse/transloco';
import { ToastOutlet } from '@amity/ui';
import { SessionStore } from '../access/index.js';
import { JobsStore } from '../interchange/index.js';
import { BottomBar } from './bottom-bar.js';
import { PaletteOpener } from './palette-opener.js';
import { Rail } from './rail.js';
import { TopBar } from './top-bar.js';

@Component({
  selector: 'amity-shell',
  imports: [BottomBar, Rail, RouterOutlet, ToastOutlet, TopBar, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <a class="skip" href="#page" (click)="skip($event, page)">{{ t('frame.skip') }}</a>
      <amity-top-bar class="no-print" />
      <amity-rail class="no-print" />
      <main id="page" tabindex="-1" #page><router-outlet /></main>
      <amity-bottom-bar class="no-print" />
      <amity-toast-outlet />
    </ng-container>
  `,
  styleUrl: './shell.css',
  host: { '(document:keydown)': 'key($event)' },
})
export class Shell {
  private readonly palette = inject(PaletteOpener);
  private readonly router = inject(Router);

  constructor() {
    if (inject(SessionStore).can('interchange.see_jobs')) inject(JobsStore).resume();
    // Menus and dialogs hang at the end of the body; as a named region they are found there by screen readers.
    const overlays = inject(OverlayContainer).getContainerElement();
    const name = translateSignal('frame.overlays');
    overlays.setAttribute('role', 'region');
    effect(() => overlays.setAttribute('aria-label', name()));
  }

  protected key(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      void this.palette.open();
    } else if (event.key === '?' && !isTyping(event.target)) {
      void this.router.navigateByUrl('/shortcuts');
    }
  }

  /** The base element would turn `#page` into the start page. */
  protected skip(event: Event, page: HTMLElement): void {
    event.preventDefault();
    page.focus();
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
}
