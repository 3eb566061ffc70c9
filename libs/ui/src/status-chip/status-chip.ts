// A state in one word, never by color alone: the icon differs with the tone.
import { Component, computed, input } from '@angular/core';
import blockedIcon from '@material-symbols/svg-400/rounded/block.svg';
import calmIcon from '@material-symbols/svg-400/rounded/circle.svg';
import doneIcon from '@material-symbols/svg-400/rounded/check.svg';
import waitsIcon from '@material-symbols/svg-400/rounded/schedule.svg';
import { Icon } from '../icon/icon.js';

/** calm: in order · waits: needs a person · done: finished, cleared · blocked: cannot go on. */
export type Tone = 'calm' | 'waits' | 'done' | 'blocked';

const icons: Readonly<Record<Tone, string>> = { calm: calmIcon, waits: waitsIcon, done: doneIcon, blocked: blockedIcon };

@Component({
  selector: 'amity-status-chip',
  imports: [Icon],
  template: `<amity-icon [svg]="icon()" /> <ng-content />`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      padding: 1px var(--space-2);
      border: var(--hairline) solid transparent;
      border-radius: var(--radius-pill);
      background: var(--color-accent-soft);
      color: var(--color-accent);
      font-size: var(--text-small);
      font-weight: 600;
      line-height: 1.5;
      white-space: nowrap;
      --icon-size: 1.1em;
    }

    :host(.waits) {
      background: var(--color-amber-soft);
      color: var(--color-amber-ink);
    }

    :host(.done) {
      background: var(--color-moss-soft);
      color: var(--color-moss-ink);
    }

    :host(.blocked) {
      background: var(--color-brick-soft);
      color: var(--color-brick-ink);
    }
  `,
  host: { '[class]': 'tone()' },
})
export class StatusChip {
  readonly tone = input<Tone>('calm');
  /** Another picture than the tone's, where the chip names a thing and not a state. */
  readonly svg = input<string | null>(null);
  protected readonly icon = computed(() => this.svg() ?? icons[this.tone()]);
}
