// A refusal in words, with the way to the appointment that stands in the way.
import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, ProblemNotice } from '@amity/ui';
import { TranslocoDirective } from '@jsverse/transloco';
import arrowIcon from '@material-symbols/svg-400/rounded/arrow_forward.svg';
import type { Problem } from '../../http/index.js';
import { conflictOf } from '../visit.store.js';

@Component({
  selector: 'amity-refusal',
  imports: [Icon, ProblemNotice, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-problem-notice [problem]="problem()" [kept]="problem() ? kept() : ''" />
      @if (conflict(); as other) {
        <a
          class="button quiet"
          [routerLink]="['/visits', other.delegationId]"
          [queryParams]="{ appointment: other.appointmentId }"
          (click)="left.emit()"
          >{{ t('visits.refusal.open', { title: other.title }) }} <amity-icon [svg]="arrowIcon" [mirrored]="true"
        /></a>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
      justify-items: start;
    }

    amity-problem-notice {
      inline-size: 100%;
    }
  `,
})
export class Refusal {
  readonly problem = input.required<Problem | null>();
  /** One sentence on what was not lost. */
  readonly kept = input('');
  readonly left = output();
  protected readonly conflict = computed(() => conflictOf(this.problem()));
  protected readonly arrowIcon = arrowIcon;
}
