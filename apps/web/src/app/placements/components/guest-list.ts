// Who needs a bed, and how far each is: a state in one word and an icon, never by color alone.
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Guest, Placement } from '@amity/placements';
import { StatusChip, type Tone } from '@amity/ui';
import { GuestWords } from '../guest-words.js';

export type GuestState = 'open' | 'partly' | 'offered' | 'accepted';

/** open: no bed at all · partly: some nights · offered: a family has still to answer · accepted: every night is settled */
export function stateOfGuest({ open, placements }: Pick<Guest, 'open' | 'placements'>): GuestState {
  const held = placements.filter(({ state }) => state === 'offered' || state === 'accepted');
  if (open !== null) return held.length > 0 ? 'partly' : 'open';
  return held.every(({ state }) => state === 'accepted') ? 'accepted' : 'offered';
}

export const guestTones: Readonly<Record<GuestState, Tone>> = { open: 'waits', partly: 'waits', offered: 'calm', accepted: 'done' };

@Component({
  selector: 'amity-guest-list',
  imports: [RouterLink, StatusChip, TranslocoDirective],
  template: `
    <ul role="list" *transloco="let t">
      @for (guest of guests(); track guest.delegateId) {
        <li>
          <a
            routerLink="."
            [queryParams]="{ guest: guest.delegateId }"
            [attr.aria-current]="guest.delegateId === chosen() ? 'true' : null"
            [class.chosen]="guest.delegateId === chosen()"
          >
            <span class="name">{{ guest.name }}</span>
            <amity-status-chip [tone]="tones[state(guest)]">{{ t('placements.state.' + state(guest)) }}</amity-status-chip>
            <span class="soft small">{{ held(guest) ?? needs(guest) }}</span>
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      padding: 0;
      border: var(--hairline) solid var(--color-line);
      border-radius: var(--radius);
      background: var(--color-surface);
      overflow: hidden;
    }

    li + li {
      border-block-start: var(--hairline) solid var(--color-line);
    }

    a {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--space-2);
      padding: var(--space-2) var(--space-3);
      border-inline-start: 3px solid transparent;
      color: var(--color-ink);
      text-decoration: none;
    }

    a:hover {
      background: var(--color-hover);
    }

    a:focus-visible {
      outline-offset: -2px;
    }

    a.chosen {
      border-inline-start-color: var(--color-accent);
      background: var(--color-accent-soft);
    }

    .name {
      font-weight: 600;
    }

    .small {
      grid-column: 1 / -1;
    }

    .chosen .soft {
      color: var(--color-ink);
    }
  `,
})
export class GuestList {
  private readonly words = inject(GuestWords);
  readonly guests = input.required<readonly Guest[]>();
  readonly chosen = input<string | null>(null);
  protected readonly state = stateOfGuest;
  protected readonly tones = guestTones;

  protected held({ placements }: Guest): string | null {
    const names = placements
      .filter(({ state }: Placement) => state === 'offered' || state === 'accepted')
      .map(({ householdName }) => householdName);
    return names.length > 0 ? names.join(' · ') : null;
  }

  protected needs({ languages, diet, petAllergies }: Guest): string {
    return [this.words.languages(languages), this.words.diet(diet), this.words.pets(petAllergies)].filter(Boolean).join(' · ');
  }
}
