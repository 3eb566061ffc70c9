// Before the itinerary goes out: what travellers will read differently, in words. Nothing different, nothing to publish.
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { DialogFrame } from '@amity/ui';
import type { ItineraryPreview } from '@amity/visits';
import { TranslocoDirective } from '@jsverse/transloco';
import { Problem } from '../../http/index.js';
import { VisitsApi } from '../visits.api.js';
import { ChangeList } from './change-list.js';
import { Refusal } from './refusal.js';

export interface PublishQuestion {
  readonly visitId: string;
  readonly preview: ItineraryPreview;
}

@Component({
  selector: 'amity-publish-dialog',
  imports: [ChangeList, DialogFrame, Refusal, TranslocoDirective],
  template: `
    <amity-dialog-frame [heading]="t('visits.publish.heading', { number: preview.number })" *transloco="let t">
      <div class="stack">
        <amity-refusal [problem]="problem()" (left)="dialog.close()" />
        @if (preview.changes.length === 0) {
          <p>{{ t('visits.publish.nothing', { number: preview.number - 1 }) }}</p>
        } @else {
          <p>{{ t(preview.number === 1 ? 'visits.publish.first' : 'visits.publish.sentence') }}</p>
          @if (preview.tentativeCount > 0) {
            <p class="needs-a-person">{{ t('visits.publish.tentative', { count: preview.tentativeCount }) }}</p>
          }
          <amity-change-list [changes]="preview.changes" />
        }
      </div>
      <ng-container actions>
        <button type="button" class="button" (click)="dialog.close()">{{ t('ui.cancel') }}</button>
        @if (preview.changes.length > 0) {
          <button type="button" class="button primary" [disabled]="working()" (click)="publish()">
            {{ t('visits.publish.action', { number: preview.number }) }}
          </button>
        }
      </ng-container>
    </amity-dialog-frame>
  `,
})
export class PublishDialog {
  private readonly api = inject(VisitsApi);
  private readonly question = inject<PublishQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<number>>(DialogRef);
  protected readonly preview = this.question.preview;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly working = signal(false);

  protected async publish(): Promise<void> {
    this.working.set(true);
    this.problem.set(null);
    try {
      this.dialog.close((await this.api.publish(this.question.visitId, this.preview.number)).number);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.problem.set(failure);
    } finally {
      this.working.set(false);
    }
  }
}
