// How every form of Amity works: Angular signal forms hold what is typed, the area's shared zod schema decides what fits, and
// what is saved is the schema's parsed output. A refusal of the api lands beside its field, or above the form when it belongs
// to none; what was typed always stays. Sign-in is the worked example:
//
//   protected readonly form = schemaForm({ email: '', password: '' }, SignIn, (credentials) => this.session.signIn(credentials));
//   <form [amityForm]="form.tree"> <amity-error-summary /> <amity-field [of]="form.tree.email" …><input amityControl [formField]="form.tree.email" />
import { computed, inject, type Signal, signal, type WritableSignal } from '@angular/core';
import {
  type FieldTree,
  form,
  type SchemaPath,
  type SchemaPathTree,
  validateStandardSchema,
  type ValidationError,
} from '@angular/forms/signals';
import { TranslocoService } from '@jsverse/transloco';
import * as z from 'zod';
import { Problem } from '../http/index.js';
import { describeIssue, inWords } from './issue-sentences.js';

export interface SchemaForm<In> {
  /** What `[amityForm]` and `[formField]` bind to. */
  readonly tree: FieldTree<In>;
  /** What is typed; set it to fill the form. */
  readonly model: WritableSignal<In>;
  /** The refusal that belongs to no field, or null. */
  readonly problem: WritableSignal<Problem | null>;
  readonly saving: Signal<boolean>;
}

/**
 * @param initial what the fields show at first; every field of the schema's input, empty strings for empty
 * @param schema  the shared contract; its output is what `save` receives
 * @param save    resolves when saved; a thrown Problem is shown, anything else is thrown on
 */
export function schemaForm<In, Out>(initial: In, schema: z.ZodType<Out, In>, save: (value: Out) => Promise<unknown>): SchemaForm<In> {
  const transloco = inject(TranslocoService);
  const translate = (key: string, params?: Record<string, unknown>): string => transloco.translate(key, params);
  z.config({ localeError: (issue) => describeIssue(issue, translate) });
  const worded = inWords(schema, translate);
  const model = signal(initial);
  const problem = signal<Problem | null>(null);
  const tree = form(model, (path) => validateStandardSchema(path as SchemaPath<In> & SchemaPathTree<In>, () => worded), {
    submission: {
      action: async (): Promise<ValidationError.WithOptionalFieldTree[] | undefined> => {
        problem.set(null);
        try {
          await save(schema.parse(model()));
          return undefined;
        } catch (failure) {
          if (!(failure instanceof Problem)) throw failure; // only a refusal of the api is an answer to the reader
          const besideFields = failure.errors.flatMap(({ path, detail }) => {
            const fieldTree = fieldAt(tree, path);
            return fieldTree === null ? [] : [{ kind: 'refused', message: detail, fieldTree }];
          });
          if (besideFields.length < failure.errors.length || failure.errors.length === 0) problem.set(failure);
          return besideFields;
        }
      },
    },
  });
  return { tree, model, problem, saving: computed(() => tree().submitting()) };
}

/** The field at a dotted path of the api (`members.0.name`), or null when the form has none there. */
function fieldAt(tree: FieldTree<unknown>, path: string): FieldTree<unknown> | null {
  let here: unknown = tree;
  for (const part of path.split(/[./]/).filter((name) => name !== '')) {
    if ((typeof here !== 'object' && typeof here !== 'function') || here === null) return null;
    here = Reflect.get(here, part);
  }
  return typeof here === 'function' && here !== tree ? (here as FieldTree<unknown>) : null;
}
