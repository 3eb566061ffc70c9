// One entry as a form: the kind is chosen once, the fields follow from it, and the api's answer stands beside each field.
import { Component, computed, inject, input, type OnInit, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { documentKinds, type Fact, factKinds } from '@amity/privacy';
import { Control, Field, ProblemNotice, Toasts } from '@amity/ui';
import { plainForm } from '../../forms/plain-form.js';
import { emptyOf, fieldsOf, typedOf } from '../fact.typed.js';
import { SensitiveStore } from '../sensitive.store.js';

@Component({
  selector: 'amity-fact-form',
  imports: [Control, Field, ProblemNotice, TranslocoDirective],
  templateUrl: './fact-form.html',
})
export class FactForm implements OnInit {
  /** The entry to change, or null for a new one. */
  readonly fact = input.required<Fact | null>();
  readonly closed = output();

  private readonly store = inject(SensitiveStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly key = crypto.randomUUID();

  protected readonly kinds = factKinds;
  protected readonly documents = documentKinds;
  protected readonly form = plainForm(emptyOf('identity_document'), async (typed) => {
    await this.store.save(this.fact(), typed, this.key);
    this.toasts.show(this.words.translate('privacy.fact.saved'));
    this.closed.emit();
  });
  protected readonly fields = computed(() => fieldsOf[this.form.typed().kind]);

  ngOnInit(): void {
    const fact = this.fact();
    if (fact) this.form.set(typedOf(fact));
  }

  protected choose(kind: string): void {
    const chosen = factKinds.find((each) => each === kind);
    if (chosen) this.form.set(emptyOf(chosen));
  }

  protected type(name: string, text: string): void {
    this.form.set({ value: { ...this.form.typed().value, [name]: text } });
  }

  protected text(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
      ? target.value
      : '';
  }
}
