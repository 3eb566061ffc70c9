import { Directive, inject, input, TemplateRef } from '@angular/core';

/** How a column is drawn when text is not enough: `<ng-template amityCell="state" let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[amityCell]' })
export class Cell {
  readonly amityCell = input.required<string>();
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}
