// Every letter of the organization. Where no mail server is set, this page is where mail ends: its links are followed from here.
import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { OutboxMessage } from '@amity/messages';
import { Cell, type Column, DataTable, EmptyState, Icon, PageHeader, ProblemNotice, StatusChip, type Tone } from '@amity/ui';
import letterIcon from '@material-symbols/svg-400/rounded/mail.svg';
import refreshIcon from '@material-symbols/svg-400/rounded/refresh.svg';
import { SessionStore } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { LetterSheet } from '../components/letter-sheet.js';
import { letterTones } from '../letter.tones.js';
import { OutboxStore } from '../outbox.store.js';

@Component({
  selector: 'amity-outbox-page',
  imports: [Cell, DataTable, EmptyState, Icon, LetterSheet, PageHeader, ProblemNotice, StatusChip, TranslocoDirective],
  providers: [OutboxStore],
  templateUrl: './outbox.page.html',
  styleUrl: './outbox.page.css',
})
export class OutboxPage {
  protected readonly store = inject(OutboxStore);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);

  protected readonly letterIcon = letterIcon;
  protected readonly refreshIcon = refreshIcon;
  protected readonly anyKept = computed(() => this.store.list.items().some(({ state }) => state === 'kept'));
  protected readonly sentence = computed(() => {
    const count = this.store.list.items().filter(({ state }) => state === 'failed').length;
    return count === 0
      ? this.words.translate('messages.outbox.sentence')
      : this.words.translate(`messages.outbox.failed.${count === 1 ? 'one' : 'other'}`, { count: this.formats.number(count) });
  });
  protected readonly columns = computed((): Column<OutboxMessage>[] => {
    const zone = this.session.me()?.organization.zone ?? 'UTC';
    return [
      { key: 'subject', label: this.words.translate('messages.outbox.column.subject'), text: ({ subject }) => subject },
      { key: 'to', label: this.words.translate('messages.outbox.column.to'), text: ({ to }) => to },
      { key: 'state', label: this.words.translate('messages.outbox.column.state') },
      {
        key: 'written',
        label: this.words.translate('messages.outbox.column.written'),
        text: ({ createdAt }) => this.formats.moment(createdAt, zone),
      },
    ];
  });

  protected toneOf(state: OutboxMessage['state']): Tone {
    return letterTones[state];
  }
}
