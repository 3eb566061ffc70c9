// What is kept and how long, what will go and when (numbers only), what is held in spite of that, and the evidence of what went.
import { Component, computed, DOCUMENT, inject, resource, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DeletionCertificate, LegalHold, Period, RetentionPolicy } from '@amity/privacy';
import { Cell, type Column, DataTable, EmptyState, Icon, PageHeader, ProblemNotice, StatusChip } from '@amity/ui';
import holdIcon from '@material-symbols/svg-400/rounded/gavel.svg';
import { SessionStore } from '../../access/index.js';
import { keysetList, Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { HoldSheet } from './hold-sheet.js';
import { PolicySheet } from './policy-sheet.js';
import { certificatesAddress, PrivacySettingsApi } from './settings.api.js';
import { saveFile } from './save-file.js';

@Component({
  selector: 'amity-retention-page',
  imports: [Cell, DataTable, EmptyState, HoldSheet, Icon, PageHeader, PolicySheet, ProblemNotice, StatusChip, TranslocoDirective],
  templateUrl: './retention.page.html',
  styleUrl: './sections.css',
})
export class RetentionPage {
  private readonly api = inject(PrivacySettingsApi);
  private readonly document = inject(DOCUMENT);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly words = inject(TranslocoService);

  protected readonly holdIcon = holdIcon;
  protected readonly overview = resource({ loader: () => this.api.retention() });
  protected readonly holds = resource({ loader: () => this.api.holds() });
  protected readonly certificates = keysetList<DeletionCertificate>(() => certificatesAddress);
  protected readonly policy = signal<RetentionPolicy | null>(null);
  protected readonly hold = signal<LegalHold | 'new' | null>(null);
  private readonly refused = signal<Problem | null>(null);

  protected readonly policies = computed(() => (this.overview.hasValue() ? this.overview.value().items : []));
  protected readonly held = computed(() => (this.holds.hasValue() ? this.holds.value().items : []));
  protected readonly problem = computed(() => {
    const failure = this.refused() ?? this.overview.error() ?? this.holds.error() ?? this.certificates.problem();
    return failure instanceof Problem ? failure : null;
  });
  protected readonly sentence = computed(() => {
    const tonight = this.policies().reduce((sum, policy) => sum + this.tonight(policy), 0);
    const held = this.policies().reduce((sum, policy) => sum + policy.held, 0);
    return this.word('sentence', { tonight: this.formats.number(tonight), held: this.formats.number(held) });
  });

  protected readonly policyColumns = computed((): Column<RetentionPolicy>[] => [
    { key: 'class', label: this.word('field.class'), text: ({ key }) => this.word(`class.${key}`) },
    { key: 'keep', label: this.word('field.keep'), text: ({ keep }) => this.period(keep) },
    { key: 'from', label: this.word('field.from'), text: ({ from }) => this.word(`from.${from}`) },
    { key: 'tonight', label: this.word('field.tonight'), numeric: true, text: (policy) => this.formats.number(this.tonight(policy)) },
    { key: 'later', label: this.word('field.later'), numeric: true, text: (policy) => this.formats.number(this.soon(policy)) },
    { key: 'held', label: this.word('field.held') },
  ]);
  protected readonly holdColumns = computed((): Column<LegalHold>[] => [
    { key: 'of', label: this.word('hold.of'), text: ({ name }) => name ?? this.word('hold.withheld') },
    { key: 'state', label: this.word('hold.state') },
    { key: 'reason', label: this.word('hold.reason'), text: ({ reason }) => reason },
    { key: 'by', label: this.word('hold.by'), text: ({ placedBy }) => placedBy },
    { key: 'since', label: this.word('hold.since'), text: ({ since }) => this.day(since) },
  ]);
  protected readonly certificateColumns = computed((): Column<DeletionCertificate>[] => [
    { key: 'class', label: this.word('field.class'), text: ({ key }) => this.word(`class.${key}`) },
    { key: 'count', label: this.word('certificate.count'), numeric: true, text: ({ count }) => this.formats.number(count) },
    { key: 'on', label: this.word('certificate.on'), text: ({ ranOn }) => this.formats.date(ranOn) },
    { key: 'keep', label: this.word('field.keep'), text: ({ keep }) => this.period(keep) },
    { key: 'digest', label: this.word('certificate.digest'), text: ({ digest }) => `${digest.slice(0, 12)}…`, extra: true },
  ]);

  protected again(): void {
    this.refused.set(null);
    this.overview.reload();
    this.holds.reload();
    this.certificates.reload();
  }

  protected saved(): void {
    this.policy.set(null);
    this.hold.set(null);
    this.again();
  }

  protected async download(certificate: DeletionCertificate): Promise<void> {
    this.refused.set(null);
    try {
      saveFile(this.document, await this.api.certificate(certificate), `${this.word('certificate.file')} ${certificate.ranOn}.pdf`);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // said above the lists
      this.refused.set(failure);
    }
  }

  protected asPolicy(row: unknown): RetentionPolicy {
    return row as RetentionPolicy;
  }

  protected asHold(row: unknown): LegalHold {
    return row as LegalHold;
  }

  private tonight({ coming }: RetentionPolicy): number {
    const [first] = coming;
    const tomorrow = this.overview.hasValue() ? nextDay(this.overview.value().today) : '';
    return first && first.on <= tomorrow ? first.count : 0;
  }

  private soon(policy: RetentionPolicy): number {
    return policy.coming.reduce((sum, { count }) => sum + count, 0) - this.tonight(policy);
  }

  private period({ count, unit }: Period): string {
    return this.words.translate(`privacy.retention.${unit}.${this.formats.plural(count) === 'one' ? 'one' : 'other'}`, {
      count: this.formats.number(count),
    });
  }

  private day(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC', { dateStyle: 'medium' });
  }

  private word(key: string, params: Record<string, unknown> = {}): string {
    return this.words.translate(`privacy.retention.${key}`, params);
  }
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
