// A short word on what was just done, with the way back. It is read out politely, stays while it is looked at,
// and never holds the only copy of anything: what matters stands on the page.
import { Component, inject, Injectable, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import closeIcon from '@material-symbols/svg-400/rounded/close.svg';
import { Icon } from '../icon/icon.js';

export interface Toast {
  readonly id: number;
  readonly sentence: string;
  readonly undo: (() => unknown) | null;
}

const shownFor = 8_000;

@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly current = signal<Toast | null>(null);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private made = 0;
  readonly shown = this.current.asReadonly();

  /** @param undo takes back what the sentence says; offered for as long as the toast stands */
  show(sentence: string, undo: (() => unknown) | null = null): void {
    this.current.set({ id: ++this.made, sentence, undo });
    this.release();
  }

  close(): void {
    this.hold();
    this.current.set(null);
  }

  /** While the pointer or the focus is on it. */
  hold(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  release(): void {
    this.hold();
    this.timer = setTimeout(() => this.current.set(null), shownFor);
  }
}

/** Stands once in the frame. */
@Component({
  selector: 'amity-toast-outlet',
  imports: [Icon, TranslocoDirective],
  template: `
    <div role="status" aria-live="polite" *transloco="let t">
      @if (toasts.shown(); as toast) {
        <div
          class="toast"
          (mouseenter)="toasts.hold()"
          (mouseleave)="toasts.release()"
          (focusin)="toasts.hold()"
          (focusout)="toasts.release()"
        >
          <span>{{ toast.sentence }}</span>
          @if (toast.undo) {
            <button type="button" class="undo" (click)="undo(toast)">{{ t('ui.undo') }}</button>
          }
          <button type="button" class="close" [attr.aria-label]="t('ui.close')" (click)="toasts.close()">
            <amity-icon [svg]="closeIcon" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      position: fixed;
      inset-inline: var(--space-4);
      inset-block-end: calc(var(--space-6) + env(safe-area-inset-bottom));
      z-index: 20;
      display: grid;
      justify-items: center;
      pointer-events: none;
    }

    .toast {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      max-inline-size: 34rem;
      padding: var(--space-2) var(--space-2);
      padding-inline-start: var(--space-4);
      border-radius: var(--radius);
      background: var(--color-ink);
      color: var(--color-paper);
      box-shadow: var(--shadow);
      pointer-events: auto;
    }

    button {
      min-block-size: 2rem;
      padding-inline: var(--space-2);
      border: 0;
      border-radius: var(--radius-small);
      background: none;
      color: inherit;
      cursor: pointer;
    }

    .undo {
      font-weight: 650;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }

    :focus-visible {
      outline-color: var(--color-paper);
    }

    @media (width < 48rem) {
      :host {
        inset-block-end: calc(var(--space-16) + var(--space-2) + env(safe-area-inset-bottom));
      }
    }

    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ToastOutlet {
  protected readonly toasts = inject(Toasts);
  protected readonly closeIcon = closeIcon;

  protected undo(toast: Toast): void {
    this.toasts.close();
    toast.undo?.();
  }
}
