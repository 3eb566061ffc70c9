// One letter as its reader gets it, and its links to follow or to copy: a trial without a mail server goes on from here.
import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { OutboxMessage } from '@amity/messages';
import { Icon, SideSheet, Skeleton, StatusChip, Toasts } from '@amity/ui';
import copyIcon from '@material-symbols/svg-400/rounded/content_copy.svg';
import openIcon from '@material-symbols/svg-400/rounded/open_in_new.svg';
import { SessionStore } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { piecesOf } from '../letter.pieces.js';
import { letterTones } from '../letter.tones.js';

@Component({
  selector: 'amity-letter-sheet',
  imports: [Icon, SideSheet, Skeleton, StatusChip, TranslocoDirective],
  templateUrl: './letter-sheet.html',
  styleUrl: './letter-sheet.css',
})
export class LetterSheet {
  /** Null while the list is on its way, or when the letter is not in it. */
  readonly letter = input.required<OutboxMessage | null>();
  readonly loading = input(false);
  readonly closed = output();

  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);

  protected readonly copyIcon = copyIcon;
  protected readonly openIcon = openIcon;
  protected readonly tones = letterTones;
  protected readonly pieces = computed(() => {
    const { text, links } = this.letter() ?? { text: null, links: [] };
    return text === null ? null : piecesOf({ text, links });
  });
  protected readonly links = computed(() => [...new Set(this.letter()?.links)]);
  protected readonly written = computed(() => {
    const [letter, zone] = [this.letter(), this.session.me()?.organization.zone];
    return letter && zone ? this.formats.moment(letter.createdAt, zone) : '';
  });

  protected copy(address: string): void {
    const copied = this.clipboard.copy(address);
    this.toasts.show(this.words.translate(copied ? 'messages.letter.copied' : 'messages.letter.notCopied'));
  }
}
