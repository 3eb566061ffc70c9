// "Who can see this, and why": a button on a record and the small dialog behind it. Shown to whoever sees the record.
import { Dialog, DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, input, resource } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Permission, Readers } from '@amity/access';
import { DialogFrame, Icon, ProblemNotice, Skeleton } from '@amity/ui';
import eyeIcon from '@material-symbols/svg-400/rounded/visibility.svg';
import { Problem } from '../../http/index.js';
import { AreaWords } from '../../language/index.js';
import { accessWords } from '../access.words.js';
import { RoleChoices } from './role.choices.js';
import { UsersApi } from './users.api.js';

@Component({
  selector: 'amity-readers-dialog',
  imports: [DialogFrame, ProblemNotice, Skeleton, TranslocoDirective],
  template: `
    <amity-dialog-frame [heading]="t('heading')" *transloco="let t; prefix: 'access.readers'">
      <amity-problem-notice [problem]="problem()" />
      @if (readers.hasValue()) {
        <p class="soft">{{ t('sentence', { permission: word() }) }}</p>
        <ul role="list">
          @for (person of readers.value().people; track person.membershipId) {
            <li>
              <bdi>{{ person.name }}</bdi> <span class="soft">{{ why(person) }}</span>
            </li>
          }
        </ul>
      } @else if (!problem()) {
        <amity-skeleton [lines]="4" />
      }
      <button actions type="button" class="button primary" cdkFocusInitial (click)="dialog.close()">{{ t('close') }}</button>
    </amity-dialog-frame>
  `,
  styles: `
    ul {
      margin-block-start: var(--space-3);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--space-1) var(--space-4);
      padding-block: var(--space-2);
      border-block-start: var(--hairline) solid var(--color-line);
    }
  `,
})
export class ReadersDialog {
  private readonly permission = inject<Permission>(DIALOG_DATA);
  private readonly choices = inject(RoleChoices);
  private readonly api = inject(UsersApi);
  protected readonly dialog = inject(DialogRef);
  protected readonly readers = resource({ loader: () => this.api.readers(this.permission) });
  protected readonly problem = computed(() => {
    const failure = this.readers.error();
    return failure instanceof Problem ? failure : null;
  });

  protected word(): string {
    return this.choices.permission(this.permission);
  }

  protected why({ roles, customRoles }: Readers['people'][number]): string {
    return this.choices.names({ roles, customRoles: customRoles.map((name) => ({ id: name, name })) });
  }
}

/** `<amity-who-sees permission="delegations.read" />` among the actions of a record. */
@Component({
  selector: 'amity-who-sees',
  imports: [Icon, TranslocoDirective],
  template: `
    <button type="button" class="button quiet" (click)="open()" *transloco="let t">
      <amity-icon [svg]="eyeIcon" /> {{ t('frame.whoSees') }}
    </button>
  `,
})
export class WhoSees {
  readonly permission = input.required<Permission>();
  private readonly dialog = inject(Dialog);
  private readonly words = inject(AreaWords);
  protected readonly eyeIcon = eyeIcon;

  protected async open(): Promise<void> {
    await this.words.add('access', accessWords);
    this.dialog.open(ReadersDialog, { data: this.permission(), ariaLabelledBy: 'dialog-heading', autoFocus: '[cdkFocusInitial]' });
  }
}
