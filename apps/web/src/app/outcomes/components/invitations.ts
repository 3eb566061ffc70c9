// Who is invited to a survey, and what can be done for those who have not answered: a letter to all, a link to hand over to one.
// A new link ends the ones before it, so whoever has one already is asked about first.
import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Invitation, InvitationList, LettersSent, Wave } from '@amity/outcomes';
import { Confirm, Icon, Toasts } from '@amity/ui';
import copyIcon from '@material-symbols/svg-400/rounded/content_copy.svg';
import linkIcon from '@material-symbols/svg-400/rounded/link.svg';
import mailIcon from '@material-symbols/svg-400/rounded/mail.svg';
import { Formats } from '../../language/index.js';
import { SurveyResultsStore } from '../survey.results.store.js';

@Component({
  selector: 'amity-invitations',
  imports: [Icon, TranslocoDirective],
  templateUrl: './invitations.html',
  styleUrl: '../figure-table.css',
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: var(--space-2);
    }

    .link {
      margin-block: var(--space-3);
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--color-accent-soft);
    }

    .link .input {
      flex: 1 1 16rem;
      inline-size: auto;
    }

    tbody th,
    td {
      vertical-align: middle;
    }
  `,
})
export class Invitations {
  readonly list = input.required<InvitationList>();
  readonly wave = input.required<Wave>();

  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly clipboard = inject(Clipboard);
  private readonly words = inject(TranslocoService);
  protected readonly store = inject(SurveyResultsStore);
  protected readonly formats = inject(Formats);
  protected readonly icons = { copy: copyIcon, link: linkIcon, mail: mailIcon };
  protected readonly closed = computed(() => this.wave().state === 'closed');
  protected readonly whoAnswered = computed(() => this.list().items.every(({ answered }) => answered !== null));

  protected readonly withoutConsent = computed(() => this.list().items.filter((invitation) => invitation.withoutConsent).length);

  protected async remind(): Promise<void> {
    if (await this.ask('remind')) this.tell(await this.store.remind());
  }

  protected async inviteTheRest(): Promise<void> {
    this.tell(await this.store.inviteTheRest());
  }

  protected async makeLink(invitation: Invitation): Promise<void> {
    const known = invitation.linkMade || invitation.lastLetterOn !== null;
    if (!known || (await this.ask('newLink', { name: invitation.name }))) await this.store.makeLink(invitation);
  }

  protected copy(url: string): void {
    this.toasts.show(this.words.translate(this.clipboard.copy(url) ? 'outcomes.invitations.copied' : 'outcomes.invitations.notCopied'));
  }

  private ask(what: 'remind' | 'newLink', params: Record<string, string> = {}): Promise<boolean> {
    const say = (part: string) => this.words.translate<string>(`outcomes.ask.${what}.${part}`, params);
    return this.confirm.ask({ heading: say('heading'), sentence: say('sentence'), action: say('action') });
  }

  private tell(letters: LettersSent | null): void {
    if (letters === null) return; // refused: the notice above says why
    const shown = {
      sent: this.formats.number(letters.sent),
      alreadyToday: this.formats.number(letters.alreadyToday),
      withoutEmail: this.formats.number(letters.withoutEmail),
      withoutConsent: this.formats.number(letters.withoutConsent),
    };
    this.toasts.show(this.words.translate('outcomes.invitations.sent', shown));
  }
}
