// Keys for programs: what each may do, until when, when it was last used.
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ApiToken } from '@amity/access';
import { Cell, type Column, Confirm, DataTable, EmptyState, Icon, PageHeader, ProblemNotice, Toasts } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/key.svg';
import { keysetList, Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { SessionStore } from '../session.store.js';
import { TokenSheet } from './token-sheet.js';
import { tokensAddress, UsersApi } from './users.api.js';

@Component({
  selector: 'amity-tokens-page',
  imports: [Cell, DataTable, EmptyState, Icon, PageHeader, ProblemNotice, TokenSheet, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'access.tokens'">
      <amity-page-header [heading]="t('title')">
        {{ t('sentence') }}
        <button action type="button" class="button primary" (click)="isMaking.set(true)">
          <amity-icon [svg]="addIcon" /> {{ t('add') }}
        </button>
      </amity-page-header>
      <amity-problem-notice [problem]="refused() ?? tokens.problem()" [retryable]="true" (retry)="tokens.reload()" />
      <amity-data-table
        name="tokens"
        [label]="t('title')"
        [columns]="columns()"
        [rows]="tokens.items()"
        [total]="tokens.total()"
        [loading]="tokens.loading()"
        [more]="tokens.more()"
        (opened)="revoke($event)"
        (loadMore)="tokens.loadMore()"
      >
        <ng-template amityCell="revoke" let-row>
          <button type="button" class="button quiet" (click)="$event.stopPropagation(); revoke(asToken(row))">{{ t('revoke') }}</button>
        </ng-template>
        <amity-empty-state empty [sentence]="t('empty')" />
      </amity-data-table>
      @if (isMaking()) {
        <amity-token-sheet (closed)="isMaking.set(false)" (made)="tokens.reload()" />
      }
    </ng-container>
  `,
})
export class TokensPage {
  private readonly api = inject(UsersApi);
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly addIcon = addIcon;
  protected readonly isMaking = signal(false);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly tokens = keysetList<ApiToken>(() => tokensAddress);
  protected readonly columns = computed((): Column<ApiToken>[] => [
    { key: 'name', label: this.word('field.name'), text: ({ name }) => name },
    {
      key: 'scopes',
      label: this.word('field.scopes'),
      text: ({ scopes }) => scopes.map((p) => this.words.translate(`access.permission.${p}`)).join(', '),
    },
    { key: 'owner', label: this.word('field.owner'), text: ({ owner }) => owner },
    { key: 'expires', label: this.word('field.expires'), text: (token) => this.ends(token) },
    { key: 'used', label: this.word('field.used'), text: ({ lastUsedAt }) => (lastUsedAt ? this.day(lastUsedAt) : this.word('never')) },
    { key: 'revoke', label: this.word('revoke') },
  ]);

  protected asToken(row: unknown): ApiToken {
    return row as ApiToken;
  }

  protected async revoke(token: ApiToken): Promise<void> {
    const isSure = await this.confirm.ask({
      heading: this.words.translate('access.tokens.revokeHeading', { name: token.name }),
      sentence: this.word('revokeSentence'),
      action: this.word('revoke'),
      danger: true,
    });
    if (!isSure) return;
    this.refused.set(null);
    try {
      await this.api.revoke(token);
      this.toasts.show(this.words.translate('access.tokens.revoked', { name: token.name }));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // said above the list, which is read again
      this.refused.set(failure);
    }
    this.tokens.reload();
  }

  private ends({ expiresAt }: ApiToken): string {
    return new Date(expiresAt) > new Date() ? this.day(expiresAt) : this.word('over');
  }

  private day(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC', { dateStyle: 'medium' });
  }

  private word(key: string): string {
    return this.words.translate(`access.tokens.${key}`);
  }
}
