// Who asked to end a protection, and what came of it: whoever did not ask agrees or refuses, and says how they know.
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { EndingDecision, ProtectionEnding } from '@amity/privacy';
import { StatusChip, Toasts, type Tone } from '@amity/ui';
import { SessionStore } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { ProtectionStore } from '../protection.store.js';
import { ReasonForm } from './reason-form.js';

const tones: Readonly<Record<ProtectionEnding['state'], Tone>> = {
  requested: 'waits',
  ended: 'done',
  refused: 'blocked',
  withdrawn: 'calm',
};

@Component({
  selector: 'amity-protection-endings',
  imports: [ReasonForm, StatusChip, TranslocoDirective],
  templateUrl: './protection-endings.html',
  styleUrl: '../pages/protection.page.css',
})
export class ProtectionEndings {
  protected readonly store = inject(ProtectionStore);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly tones = tones;
  protected readonly deciding = signal<{ readonly ending: ProtectionEnding; readonly decision: EndingDecision['decision'] } | null>(null);
  protected readonly decide = async (reason: string): Promise<void> => {
    const chosen = this.deciding();
    if (!chosen) return;
    await this.store.decideEnding(chosen.ending, chosen.decision, reason);
    this.deciding.set(null);
    this.toasts.show(this.words.translate(`privacy.protection.ending.done.${chosen.decision}`));
  };

  protected moment(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC');
  }
}
