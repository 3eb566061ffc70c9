import { Component, inject, input, output } from '@angular/core';
import { SideSheet } from '@amity/ui';
import type { ItineraryVersion } from '@amity/visits';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../language/index.js';
import { ChangeList } from './change-list.js';

/** All published versions, latest first, each with what it changed. */
@Component({
  selector: 'amity-version-list',
  imports: [ChangeList, SideSheet, TranslocoDirective],
  template: `
    <amity-side-sheet [heading]="t('visits.versions.heading')" (closed)="closed.emit()" *transloco="let t">
      <div class="stack">
        @for (version of versions(); track version.id; let first = $first) {
          <details [open]="first">
            <summary>
              <strong>{{ t('visits.versions.number', { number: version.number }) }}</strong>
              <span class="soft">{{ when(version) }} · {{ version.publishedBy }}</span>
            </summary>
            <amity-change-list [changes]="version.changes" />
          </details>
        } @empty {
          <p class="soft">{{ t('visits.versions.none') }}</p>
        }
      </div>
    </amity-side-sheet>
  `,
  styles: `
    details {
      padding: var(--space-3) var(--space-4);
      border: var(--hairline) solid var(--color-line);
      border-radius: var(--radius);
    }

    summary {
      cursor: pointer;
    }

    summary span {
      margin-inline-start: var(--space-2);
    }

    amity-change-list {
      display: block;
      margin-block-start: var(--space-3);
    }
  `,
})
export class VersionList {
  readonly versions = input.required<readonly ItineraryVersion[]>();
  readonly zone = input.required<string>();
  readonly closed = output();
  private readonly formats = inject(Formats);

  protected when(version: ItineraryVersion): string {
    return this.formats.moment(version.publishedAt, this.zone());
  }
}
