// One request, step by step: it came, it is sure who asks, it is answered. What can be done now stands open; the rest says when it can.
import { Component, computed, DOCUMENT, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@amity/kernel';
import type { DataRequest } from '@amity/privacy';
import { Confirm, Icon, PageHeader, ProblemNotice, Skeleton, StatusChip, Toasts } from '@amity/ui';
import backIcon from '@material-symbols/svg-400/rounded/arrow_back.svg';
import { SessionStore } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { RequestWords } from './request.words.js';
import { saveFile } from './save-file.js';
import { PrivacySettingsApi } from './settings.api.js';
import { WordsForm } from './words-form.js';

type Asking = 'identity' | 'extension' | 'answered' | 'refused' | 'withdrawn';

@Component({
  selector: 'amity-request-page',
  imports: [Icon, PageHeader, ProblemNotice, RouterLink, Skeleton, StatusChip, TranslocoDirective, WordsForm],
  templateUrl: './request.page.html',
  styleUrl: './request.page.css',
})
export class RequestPage {
  readonly id = input.required<Id>();

  private readonly api = inject(PrivacySettingsApi);
  private readonly confirm = inject(Confirm);
  private readonly document = inject(DOCUMENT);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly said = inject(RequestWords);

  protected readonly backIcon = backIcon;
  private readonly loaded = resource({ params: () => this.id(), loader: ({ params: id }) => this.api.request(id) });
  protected readonly request = linkedSignal<DataRequest | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly asking = signal<Asking | null>(null);
  protected readonly busy = signal(false);
  private readonly refused = signal<Problem | null>(null);
  protected readonly problem = computed(() => {
    const failure = this.refused() ?? this.loaded.error();
    return failure instanceof Problem ? failure : null;
  });
  protected readonly hasArchive = computed(() => ['access', 'portability'].includes(this.request()?.kind ?? ''));

  /** A refusal is the form's to show. */
  protected readonly send = async (typed: string): Promise<void> => {
    const [request, asking] = [this.request(), this.asking()];
    if (!request || !asking) return;
    if (asking === 'identity') this.request.set(await this.api.verify(request, typed));
    else if (asking === 'extension') this.request.set(await this.api.extend(request, typed));
    else this.request.set(await this.api.end(request, { state: asking, answer: typed }));
    this.asking.set(null);
    this.toasts.show(this.word(`done.${asking}`));
  };

  protected again(): void {
    this.refused.set(null);
    this.loaded.reload();
  }

  protected makeArchive(request: DataRequest): Promise<void> {
    return this.attempt(async () => {
      this.request.set(await this.api.makeArchive(request));
      this.toasts.show(this.word('done.archive'));
    });
  }

  protected takeArchive(request: DataRequest): Promise<void> {
    return this.attempt(async () => {
      saveFile(this.document, await this.api.takeArchive(request), `${this.word('archive.file')}.zip`);
      this.loaded.reload();
    });
  }

  protected async erase(request: DataRequest): Promise<void> {
    const name = this.said.person(request);
    const isSure = await this.confirm.ask({
      heading: this.word('erase.question', { name }),
      sentence: this.word('erase.means'),
      action: this.word('erase.action'),
      danger: true,
    });
    if (!isSure) return;
    await this.attempt(async () => {
      this.request.set(await this.api.erase(request));
      this.toasts.show(this.word('done.erase'));
    });
  }

  protected date(day: string | null): string {
    return day === null ? '' : this.formats.date(day, { dateStyle: 'long' });
  }

  protected moment(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC');
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.refused.set(null);
    this.busy.set(true);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // said above the steps
      this.refused.set(failure);
    } finally {
      this.busy.set(false);
    }
  }

  private word(key: string, params: Record<string, unknown> = {}): string {
    return this.words.translate(`privacy.requests.${key}`, params);
  }
}
