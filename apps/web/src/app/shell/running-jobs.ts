import { A11yModule } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import workingIcon from '@material-symbols/svg-400/rounded/progress_activity.svg';
import { Icon, Progress } from '@amity/ui';
import { JobsStore } from '../interchange/index.js';

/** A chip while something runs; it opens the list with progress and cancel, and leads to all jobs. */
@Component({
  selector: 'amity-running-jobs',
  imports: [A11yModule, CdkConnectedOverlay, CdkOverlayOrigin, Icon, Progress, RouterLink, TranslocoDirective],
  template: `
    @if (jobs.busy()) {
      <ng-container *transloco="let t">
        <button
          type="button"
          class="chip"
          aria-haspopup="dialog"
          cdkOverlayOrigin
          #chip="cdkOverlayOrigin"
          [attr.aria-expanded]="open()"
          (click)="open.set(!open())"
        >
          <amity-icon [svg]="workingIcon" /> <span>{{ t('frame.jobs.running', { count: jobs.running().length }) }}</span>
        </button>
        <ng-template
          cdkConnectedOverlay
          [cdkConnectedOverlayOrigin]="chip"
          [cdkConnectedOverlayOpen]="open()"
          (overlayOutsideClick)="leave($event, chip)"
          (detach)="open.set(false)"
        >
          <div
            class="menu jobs"
            role="dialog"
            cdkTrapFocus
            [cdkTrapFocusAutoCapture]="true"
            [attr.aria-label]="t('frame.jobs.running', { count: jobs.running().length })"
          >
            @for (job of jobs.running(); track job.id) {
              <amity-progress
                [label]="job.title"
                [done]="job.done"
                [total]="job.total"
                [cancellable]="true"
                (cancelled)="jobs.cancel(job.id)"
              />
            }
            <a class="all" routerLink="/interchange/jobs" (click)="open.set(false)">{{ t('frame.jobs.all') }}</a>
          </div>
        </ng-template>
      </ng-container>
    }
  `,
  styles: `
    .chip {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      padding: var(--space-1) var(--space-3);
      border: 0;
      border-radius: var(--radius-pill);
      background: var(--color-accent-soft);
      color: var(--color-accent);
      font-size: var(--text-small);
      font-weight: 600;
      white-space: nowrap;
      cursor: pointer;
    }

    amity-icon {
      animation: turn 1.2s linear infinite;
    }

    .jobs {
      display: grid;
      gap: var(--space-4);
      inline-size: min(22rem, 90vi);
      padding: var(--space-4);
    }

    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }

    @media (width < 48rem) {
      .chip span {
        display: none;
      }
    }
  `,
})
export class RunningJobs {
  protected readonly jobs = inject(JobsStore);
  protected readonly workingIcon = workingIcon;
  /** Closed again when the last job has ended. */
  protected readonly open = linkedSignal({ source: this.jobs.busy, computation: () => false });

  /** A click beside the list closes it; one on the chip is the chip's own. */
  protected leave({ target }: Event, { elementRef }: CdkOverlayOrigin): void {
    const chip: unknown = elementRef.nativeElement;
    if (!(chip instanceof HTMLElement && target instanceof Node && chip.contains(target))) this.open.set(false);
  }
}
