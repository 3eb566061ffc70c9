// What the steps of the sign-up have in common: the draft, taking a change, and the sentence for a field that is missing.
import { computed, Directive, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { SignUpStore } from './sign-up.store.js';

@Directive()
export abstract class Step {
  protected readonly store = inject(SignUpStore);
  private readonly words = inject(TranslocoService);

  protected readonly draft = this.store.draft;
  private readonly sentences = computed(
    () => new Map(this.store.problems().map(({ path, code }) => [path, this.words.translate<string>('hosting.problems.' + code)])),
  );

  /** What is wrong with the field at this path, or an empty string. */
  protected error(path: string): string {
    return this.sentences().get(path) ?? '';
  }

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement ? event.target.value : '';
  }

  /** A question of yes and no as cards know it. */
  protected asChoice(answer: boolean | null): string {
    return answer === null ? '' : answer ? 'yes' : 'no';
  }
}
