// A QR code as one path: drawn, not inserted as markup, so that no string becomes part of the page. Dark on white in every theme,
// because cameras want it so.
import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

@Component({
  selector: 'amity-qr-code',
  template: `
    <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="drawn().box" shape-rendering="crispEdges">
      <path class="paper" [attr.d]="drawn().paper" />
      <path class="ink" [attr.d]="drawn().ink" />
    </svg>
  `,
  styles: `
    svg {
      inline-size: 12rem;
      max-inline-size: 100%;
      border-radius: var(--radius-small);
    }

    .paper {
      fill: white;
    }

    .ink {
      fill: black;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  protected readonly drawn = computed(() => {
    const { data, size } = encode(this.text(), { ecc: 'M', border: 3 });
    const ink = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { box: `0 0 ${size} ${size}`, paper: `M0 0h${size}v${size}h-${size}z`, ink: ink.join('') };
  });
}
