// What a person may ask about their own data, below their consents: each in one sentence, with what became of it.
import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { MyRequest, RequestKind } from '@amity/privacy';
import { Control, Field, ProblemNotice, Toasts } from '@amity/ui';
import { plainForm } from '../../forms/plain-form.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { PrivacyApi } from '../privacy.api.js';

// The list of kinds without the contract's schemas: this page is somebody's phone bill
const kinds: readonly RequestKind[] = ['access', 'portability', 'rectification', 'erasure'];

@Component({
  selector: 'amity-my-requests',
  imports: [Control, Field, ProblemNotice, TranslocoDirective],
  templateUrl: './my-requests.html',
  styleUrl: '../pages/my-consents.page.css',
})
export class MyRequests {
  readonly token = input.required<string>();

  private readonly api = inject(PrivacyApi);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly kinds = kinds;
  protected readonly mine = signal<readonly MyRequest[]>([]);
  protected readonly asking = signal<RequestKind | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly form = plainForm({ wish: '' }, async ({ wish }) => {
    const kind = this.asking();
    if (!kind) return;
    this.mine.set((await this.api.ask(this.token(), { kind, wish: wish.trim() || null })).items);
    this.asking.set(null);
    this.toasts.show(this.words.translate('privacy.myRequests.sent'));
  });

  constructor() {
    effect(() => {
      const token = this.token();
      untracked(() => void this.load(token));
    });
  }

  protected openOne(kind: RequestKind): MyRequest | undefined {
    return this.mine().find((request) => request.kind === kind && ['received', 'verified'].includes(request.state));
  }

  protected ask(kind: RequestKind): void {
    this.form.set({ wish: '' });
    this.asking.set(kind);
  }

  protected date(day: string): string {
    return this.formats.date(day, { dateStyle: 'long' });
  }

  protected text(event: Event): string {
    return event.target instanceof HTMLTextAreaElement ? event.target.value : '';
  }

  private async load(token: string): Promise<void> {
    try {
      this.mine.set((await this.api.myRequests(token)).items);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal or a cut line is shown in the section
      this.problem.set(failure);
    }
  }
}
