// One icon of Material Symbols (weight 400, rounded), drawn inline in the color of the text around it.
// Import the file, pass its text: `import search from '@material-symbols/svg-400/rounded/search.svg'` and
// `<amity-icon [svg]="search" />`. Only the path is taken from the file: no HTML is ever inserted.
// An icon is decoration: the word beside it, or the button's aria-label, says what it means.
import { Component, computed, input } from '@angular/core';

@Component({
  selector: 'amity-icon',
  template: `<svg viewBox="0 -960 960 960" fill="currentColor" focusable="false" aria-hidden="true"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      inline-size: var(--icon-size, 1.25em);
      block-size: var(--icon-size, 1.25em);
      vertical-align: -0.25em;
    }

    svg {
      inline-size: 100%;
      block-size: 100%;
    }

    :host-context([dir='rtl']):host(.mirrored) svg {
      transform: scaleX(-1);
    }
  `,
  host: { '[class.mirrored]': 'mirrored()' },
})
export class Icon {
  /** The text of the .svg file. */
  readonly svg = input.required<string>();
  /** Points along the reading direction (arrows, chevrons): flipped in right-to-left text. */
  readonly mirrored = input(false);

  protected readonly path = computed(() => /\sd="([^"]+)"/.exec(this.svg())?.[1] ?? '');
}
