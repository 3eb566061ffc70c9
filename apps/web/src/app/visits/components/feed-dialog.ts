// The address of the calendar and of the pocket page. It is a key: whoever has it reads the itinerary, so it is made on demand,
// shown once, and all of them can be ended at once.
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, signal } from '@angular/core';
import { Control, DialogFrame, Field, Icon, ProblemNotice } from '@amity/ui';
import type { FeedLink } from '@amity/visits';
import { TranslocoDirective } from '@jsverse/transloco';
import calendarIcon from '@material-symbols/svg-400/rounded/calendar_add_on.svg';
import copyIcon from '@material-symbols/svg-400/rounded/content_copy.svg';
import pageIcon from '@material-symbols/svg-400/rounded/mobile.svg';
import { Problem } from '../../http/index.js';
import { VisitsApi } from '../visits.api.js';

@Component({
  selector: 'amity-feed-dialog',
  imports: [Control, DialogFrame, Field, Icon, ProblemNotice, TranslocoDirective],
  template: `
    <amity-dialog-frame [heading]="t('visits.feed.heading')" *transloco="let t">
      <div class="stack">
        <p>{{ t('visits.feed.sentence') }}</p>
        <amity-problem-notice [problem]="problem()" />
        @if (link(); as shown) {
          <amity-field [label]="t('visits.feed.address')" [help]="t('visits.feed.once')">
            <input amityControl class="input" readonly [value]="shown.feedUrl" (focus)="select($event)" />
          </amity-field>
          <div class="row">
            <button type="button" class="button" (click)="copy(shown.feedUrl)">
              <amity-icon [svg]="copyIcon" /> {{ t(copied() === shown.feedUrl ? 'visits.feed.copied' : 'visits.feed.copy') }}
            </button>
            <a class="button" [href]="shown.webcalUrl"><amity-icon [svg]="calendarIcon" /> {{ t('visits.feed.subscribe') }}</a>
          </div>
          <amity-field [label]="t('visits.feed.page')" [help]="t('visits.feed.pageHelp')">
            <input amityControl class="input" readonly [value]="shown.pageUrl" (focus)="select($event)" />
          </amity-field>
          <div class="row">
            <button type="button" class="button" (click)="copy(shown.pageUrl)">
              <amity-icon [svg]="copyIcon" /> {{ t(copied() === shown.pageUrl ? 'visits.feed.copied' : 'visits.feed.copy') }}
            </button>
            <a class="button" [href]="shown.pageUrl" target="_blank" rel="noopener"
              ><amity-icon [svg]="pageIcon" /> {{ t('visits.feed.openPage') }}</a
            >
          </div>
        }
        @if (revoked()) {
          <p role="status">{{ t('visits.feed.revoked') }}</p>
        }
        <p class="visually-hidden" role="status">{{ copied() ? t('visits.feed.copied') : '' }}</p>
      </div>
      <ng-container actions>
        <button type="button" class="button quiet" (click)="revoke()">{{ t('visits.feed.revoke') }}</button>
        <button type="button" class="button" (click)="dialog.close()">{{ t('ui.close') }}</button>
        @if (!link()) {
          <button type="button" class="button primary" (click)="issue()">{{ t('visits.feed.make') }}</button>
        }
      </ng-container>
    </amity-dialog-frame>
  `,
})
export class FeedDialog {
  private readonly api = inject(VisitsApi);
  private readonly clipboard = inject(Clipboard);
  private readonly visitId = inject<string>(DIALOG_DATA);
  protected readonly dialog = inject(DialogRef);
  protected readonly link = signal<FeedLink | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly copied = signal<string | null>(null);
  protected readonly revoked = signal(false);
  protected readonly copyIcon = copyIcon;
  protected readonly calendarIcon = calendarIcon;
  protected readonly pageIcon = pageIcon;

  protected issue(): Promise<void> {
    return this.attempt(async () => {
      this.link.set(await this.api.issueFeed(this.visitId));
      this.revoked.set(false);
    });
  }

  protected revoke(): Promise<void> {
    return this.attempt(async () => {
      await this.api.revokeFeeds(this.visitId);
      this.link.set(null);
      this.revoked.set(true);
    });
  }

  protected copy(address: string): void {
    if (this.clipboard.copy(address)) this.copied.set(address);
  }

  protected select({ target }: Event): void {
    if (target instanceof HTMLInputElement) target.select();
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.problem.set(failure);
    }
  }
}
