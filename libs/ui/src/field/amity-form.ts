// A form that knows the labels of its fields, so that the error summary can name them and lead to them.
// `<form [amityForm]="form.tree">` replaces Angular's `[formRoot]`; on a refused submit the focus goes to the summary.
import { computed, Directive, ElementRef, inject, signal } from '@angular/core';
import { type FieldTree, FormRoot } from '@angular/forms/signals';
import { FieldLabels } from './field-labels.js';

@Directive({
  selector: 'form[amityForm]',
  hostDirectives: [{ directive: FormRoot, inputs: ['formRoot: amityForm'] }],
  providers: [{ provide: FieldLabels, useExisting: AmityForm }],
  host: { '(submit)': 'tried()' },
})
export class AmityForm implements FieldLabels {
  private readonly root = inject(FormRoot);
  private readonly element: HTMLFormElement = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;
  private readonly labels = signal<ReadonlyMap<unknown, () => string>>(new Map());
  private readonly triedOnce = signal(false);

  /** Errors of all fields in their order, each with its field's label; empty before the first try. */
  readonly errors = computed(() => {
    if (!this.triedOnce()) return [];
    const state = (this.root.fieldTree() as FieldTree<unknown>)();
    return state.errorSummary().map((error) => ({
      label: this.labels().get(error.fieldTree)?.() ?? '',
      message: error.message ?? error.kind,
      focus: () => error.fieldTree().focusBoundControl(),
    }));
  });

  name(field: unknown, label: () => string): void {
    this.labels.update((labels) => new Map(labels).set(field, label));
  }

  protected tried(): void {
    this.triedOnce.set(true);
    // After the summary is drawn: it is the place that says what to do next.
    setTimeout(() => {
      if (this.errors().length > 0) this.element.querySelector<HTMLElement>('amity-error-summary')?.focus();
    });
  }
}
