// Who is under protection, who asks for a real name or for the end of it, and who is told when somebody hides themself. For those alone who protect people.
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@amity/kernel';
import type { ProtectedPerson, Reveal, RevealedIdentity } from '@amity/privacy';
import { Control, EmptyState, Field, Icon, PageHeader, ProblemNotice, Skeleton, StatusChip, Toasts, type Tone } from '@amity/ui';
import shieldIcon from '@material-symbols/svg-400/rounded/shield_person.svg';
import { SessionStore } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { ProtectionEndings } from '../components/protection-endings.js';
import { ReasonForm } from '../components/reason-form.js';
import { ProtectionStore } from '../protection.store.js';

const identityFields = ['givenName', 'familyName', 'nativeName', 'email', 'phone', 'birthDate', 'worksAt', 'protectedBecause'] as const;
const tones: Readonly<Record<Reveal['state'] | 'over', Tone>> = { requested: 'waits', approved: 'done', refused: 'blocked', over: 'calm' };

@Component({
  selector: 'amity-protection-page',
  imports: [
    Control,
    EmptyState,
    Field,
    Icon,
    PageHeader,
    ProblemNotice,
    ProtectionEndings,
    ReasonForm,
    Skeleton,
    StatusChip,
    TranslocoDirective,
  ],
  providers: [ProtectionStore],
  templateUrl: './protection.page.html',
  styleUrl: './protection.page.css',
})
export class ProtectionPage {
  protected readonly store = inject(ProtectionStore);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly shieldIcon = shieldIcon;
  /** Whose real name, or the end of whose protection, is being asked for. */
  protected readonly asking = signal<{ readonly person: ProtectedPerson; readonly about: 'name' | 'ending' } | null>(null);
  protected readonly askForName = (reason: string) => this.send((personId) => this.store.ask(personId, reason));
  protected readonly askForEnding = (reason: string) => this.send((personId) => this.store.askEnding(personId, reason));

  constructor() {
    void this.store.load();
  }

  protected stateOf({ state, visibleUntil }: Reveal): Reveal['state'] | 'over' {
    return state === 'approved' && visibleUntil !== null && Date.parse(visibleUntil) <= Date.now() ? 'over' : state;
  }

  protected toneOf(reveal: Reveal): Tone {
    return tones[this.stateOf(reveal)];
  }

  protected facts(identity: RevealedIdentity): { name: string; said: string }[] {
    return identityFields.flatMap((name) => {
      const said = identity[name];
      if (!said) return [];
      return [{ name, said: name === 'birthDate' ? this.formats.date(said) : said }];
    });
  }

  protected async choose(event: Event): Promise<void> {
    const { target } = event;
    if (!(target instanceof HTMLSelectElement)) return;
    const isSaved = await this.store.choose((target.value || null) as Id | null);
    if (isSaved) this.toasts.show(this.words.translate('privacy.protection.responder.saved'));
  }

  protected day(instant: string): string {
    return this.formats.moment(instant, this.zone(), { dateStyle: 'medium' });
  }

  protected moment(instant: string): string {
    return this.formats.moment(instant, this.zone());
  }

  protected time(instant: string): string {
    return this.formats.moment(instant, this.zone(), { timeStyle: 'short' });
  }

  private async send(ask: (personId: Id) => Promise<void>): Promise<void> {
    const asked = this.asking();
    if (!asked) return;
    await ask(asked.person.personId);
    this.asking.set(null);
    this.toasts.show(this.words.translate('privacy.protection.sent'));
  }

  private zone(): string {
    return this.session.me()?.organization.zone ?? 'UTC';
  }
}
