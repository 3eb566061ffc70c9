/** Somebody who wants to know what a field is called: the form, for its error summary. Apart, so that a field alone stays light. */
export abstract class FieldLabels {
  abstract name(field: unknown, label: () => string): void;
}
