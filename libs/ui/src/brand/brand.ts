import { Component } from '@angular/core';

/** The bridge and the name. */
@Component({
  selector: 'amity-brand',
  template: `
    <svg viewBox="0 0 28 20" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" aria-hidden="true">
      <path d="M2 18v-4a12 12 0 0 1 24 0v4M2 12.5h24M10 12.5V18M18 12.5V18" />
    </svg>
    <span>Amity</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      color: var(--color-accent);
      font-size: 1.125rem;
      font-weight: 700;
      letter-spacing: -0.01em;
    }

    span {
      display: var(--brand-name, inline);
    }

    svg {
      inline-size: 1.5rem;
    }
  `,
})
export class Brand {}
