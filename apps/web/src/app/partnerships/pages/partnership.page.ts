// One partnership: who belongs together, how far and how many hours apart, how it stands, and what happened to it.
// Kind, beginning and notes save by themselves when the field is left.
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Id } from '@amity/kernel';
import { PartnershipKind, type PartnershipChange, type PartnershipState, partnershipStates, Since } from '@amity/partnerships';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Confirm, Control, Field, PageHeader, ProblemNotice, Skeleton, StatusChip, Timeline, Toasts, VersionDiff } from '@amity/ui';
import { SessionStore } from '../../access/index.js';
import { issueInWords } from '../../forms/index.js';
import { HistoryLink } from '../../audit/index.js';
import { Formats } from '../../language/index.js';
import { CommunityFacts } from '../components/community-facts.js';
import { PartnershipDelegations } from '../components/partnership-delegations.js';
import { eventsOf } from '../partnership.events.js';
import { PartnershipStore } from '../partnership.store.js';
import { PartnershipWords } from '../partnership-words.js';

@Component({
  selector: 'amity-partnership-page',
  imports: [
    CommunityFacts,
    Control,
    Field,
    HistoryLink,
    PageHeader,
    PartnershipDelegations,
    ProblemNotice,
    RouterLink,
    Skeleton,
    StatusChip,
    Timeline,
    TranslocoDirective,
    VersionDiff,
  ],
  providers: [PartnershipStore],
  templateUrl: './partnership.page.html',
  styleUrl: './partnership.page.css',
})
export class PartnershipPage {
  readonly id = input.required<Id>();

  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly store = inject(PartnershipStore);
  protected readonly words = inject(PartnershipWords);

  protected readonly kinds = PartnershipKind.options;
  protected readonly now = new Date();
  protected readonly mayEdit = computed(() => this.session.can('partnerships.edit'));
  protected readonly sinceError = signal('');

  protected readonly names = computed(() => {
    const partnership = this.store.partnership();
    return { home: partnership?.home.name ?? '', partner: partnership?.partner.name ?? '' };
  });
  protected readonly heading = computed(() => this.t('record.heading', this.names()));
  protected readonly sentence = computed(() => {
    const partnership = this.store.partnership();
    if (partnership === null) return '';
    const kind = this.t(`kind.${partnership.kind}`);
    const since = this.words.since(partnership.since);
    return since === '' ? this.t('record.sinceUnknown', { kind }) : this.t('record.since', { kind, since });
  });
  protected readonly clocks = computed(() => {
    const partnership = this.store.partnership();
    if (partnership === null) return '';
    const difference = this.words.places.clocks(partnership.home.zone, partnership.partner.zone, this.now);
    if (difference === null) return this.t('record.sameTime');
    return this.t(`record.${difference.way}`, { partner: partnership.partner.name, hours: difference.hours });
  });
  /** The states it may become. */
  protected readonly moves = computed(() => {
    const partnership = this.store.partnership();
    return partnership === null ? [] : partnershipStates.next(partnership.state);
  });
  protected readonly timeline = computed(() =>
    this.store.timeline().map((entry) => ({
      id: entry.id,
      who: entry.actor,
      when: this.formats.moment(entry.at, this.session.me()?.organization.zone ?? 'UTC'),
      what: eventsOf(entry)
        .map(({ key, to }) => this.t(`event.${key}`, { to: this.shown(key, to) }))
        .join(' · '),
    })),
  );
  protected readonly versions = computed(() => {
    const conflict = this.store.conflict();
    if (conflict === null) return [];
    return (['kind', 'since', 'state', 'notes'] as const)
      .filter((name) => name in conflict.mine)
      .map((name) => {
        const [yours, theirs] = [conflict.mine[name] ?? null, conflict.theirs[name] ?? null];
        return {
          name,
          label: this.labelOf(name),
          yours,
          theirs,
          yoursShown: this.shown(name, yours),
          theirsShown: this.shown(name, theirs),
        };
      });
  });

  constructor() {
    effect(() => void this.store.load(this.id()));
  }

  protected async move(to: PartnershipState): Promise<void> {
    if (to === 'ended') {
      const sure = await this.confirm.ask({
        heading: this.t('record.endAsk', this.names()),
        sentence: this.t('record.endSentence'),
        action: this.t('move.ended'),
        danger: true,
      });
      if (!sure) return;
    }
    const before = this.store.partnership()?.state;
    if (!(await this.store.save({ state: to }))) return;
    const mayGoBack = before !== undefined && partnershipStates.allows(to, before);
    this.toasts.show(this.t(`moved.${to}`), mayGoBack ? () => this.store.save({ state: before }) : null);
  }

  protected saveKind(kind: string): void {
    const chosen = PartnershipKind.safeParse(kind);
    if (chosen.success) void this.store.save({ kind: chosen.data });
  }

  protected saveSince(typed: string): void {
    const since = Since.nullable().safeParse(typed.trim() || null);
    this.sinceError.set(since.success ? '' : issueInWords(since.error.issues[0]?.message ?? '', (key) => this.transloco.translate(key)));
    if (since.success) void this.store.save({ since: since.data });
  }

  protected saveNotes(typed: string): void {
    void this.store.save({ notes: typed.trim() });
  }

  protected settle(chosen: PartnershipChange): void {
    void this.store.settle(chosen);
  }

  private labelOf(name: 'kind' | 'since' | 'state' | 'notes'): string {
    return this.t(name === 'state' ? 'column.state' : `new.${name}`);
  }

  private shown(name: string, value: string | null): string {
    if (name === 'state' || name === 'kind') return value === null ? '' : this.t(`${name}.${value}`);
    if (name === 'since') return this.words.since(value) || this.t('event.nothing');
    return value ?? '';
  }

  private t(key: string, params: Record<string, unknown> = {}): string {
    return this.transloco.translate(`partnerships.${key}`, params);
  }
}
