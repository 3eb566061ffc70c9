// Making a token: what for, what it may do, how long. The secret is shown once, here.
import { Component, computed, DOCUMENT, inject, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ApiTokenDraft, type NewApiToken, type Permission, tokenScopes } from '@amity/access';
import { AmityForm, ChoiceCards, Control, ErrorSummary, Field, ProblemNotice, SideSheet, Toasts } from '@amity/ui';
import * as z from 'zod';
import { schemaForm } from '../../forms/index.js';
import { SessionStore } from '../session.store.js';
import { PermissionChoices } from './permission-choices.js';
import { UsersApi } from './users.api.js';

const lifetimes = ['30', '90', '365'] as const;

interface TokenTyped {
  name: string;
  scopes: Permission[];
  days: string;
}

const TokenForm = z
  .custom<TokenTyped>()
  .transform((typed) => ({ ...typed, days: Number(typed.days) }))
  .pipe(ApiTokenDraft);

@Component({
  selector: 'amity-token-sheet',
  imports: [
    AmityForm,
    ChoiceCards,
    Control,
    ErrorSummary,
    Field,
    FormField,
    PermissionChoices,
    ProblemNotice,
    SideSheet,
    TranslocoDirective,
  ],
  template: `
    <amity-side-sheet [heading]="fresh()?.name ?? t('add')" (closed)="closed.emit()" *transloco="let t; prefix: 'access.tokens'">
      @if (fresh(); as token) {
        <div class="stack" role="status">
          <p>{{ t('made') }}</p>
          <label class="stack">
            <span>{{ t('secret') }}</span>
            <input class="input" readonly dir="ltr" spellcheck="false" [value]="token.secret ?? ''" (focus)="select($event)" />
          </label>
          <div>
            <button type="button" class="button primary" (click)="copy(token)">{{ t('copy') }}</button>
          </div>
        </div>
      } @else {
        <form class="stack" id="token-form" [amityForm]="form.tree">
          <amity-error-summary />
          <amity-problem-notice [problem]="form.problem()" />
          <amity-field [label]="t('name')" [of]="form.tree.name">
            <input amityControl class="input" autocomplete="off" [formField]="form.tree.name" />
          </amity-field>
          <amity-field [label]="t('days')" [group]="true" [of]="form.tree.days">
            <amity-choice-cards class="beside" [choices]="lives()" [formField]="form.tree.days" />
          </amity-field>
          <amity-field [label]="t('scopes')" [help]="t('scopesHelp')" [group]="true" [of]="form.tree.scopes">
            <amity-permission-choices [offered]="offered()" [givable]="held()" [formField]="form.tree.scopes" />
          </amity-field>
        </form>
      }
      <ng-container actions>
        @if (!fresh()) {
          <button type="submit" form="token-form" class="button primary" [disabled]="form.saving()">{{ t('make') }}</button>
        }
      </ng-container>
    </amity-side-sheet>
  `,
})
export class TokenSheet {
  readonly closed = output();
  /** The list has one more. */
  readonly made = output();

  private readonly api = inject(UsersApi);
  private readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly held = inject(SessionStore).held;

  protected readonly fresh = signal<NewApiToken | null>(null);
  protected readonly offered = computed(() => tokenScopes.filter((p) => this.held().has(p)));
  protected readonly lives = computed(() =>
    lifetimes.map((days) => ({ value: days, label: this.words.translate(`access.tokens.daysOf.${days}`) })),
  );
  protected readonly form = schemaForm({ name: '', scopes: [], days: '90' } as TokenTyped, TokenForm, async (draft) => {
    this.fresh.set(await this.api.makeToken(draft));
    this.made.emit();
  });

  protected select(event: Event): void {
    if (event.target instanceof HTMLInputElement) event.target.select();
  }

  protected async copy({ secret }: NewApiToken): Promise<void> {
    await this.clipboard?.writeText(secret ?? '');
    this.toasts.show(this.words.translate('access.tokens.copied'));
  }
}
