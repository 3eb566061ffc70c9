// A person's sheet has room for what areas above know of the person. They hand their part down: a component with an input `personId`,
// loaded when somebody who may see it opens a sheet.
import { inject, InjectionToken, type Signal, signal, type Type } from '@angular/core';
import type { Permission } from '@amity/access';
import { SessionStore } from '../access/index.js';
import { AreaWords, type WordFiles } from '../language/index.js';

export interface PersonSection {
  /** The area it comes from; its words are loaded under this name. */
  readonly area: string;
  readonly words: WordFiles;
  readonly permission: Permission;
  readonly load: () => Promise<Type<unknown>>;
}

export const PERSON_SECTIONS = new InjectionToken<readonly PersonSection[]>('sections of a person’s sheet', { factory: () => [] });

/** The sections the reader may see, once they and their words are there. Call it in an injection context. */
export function personSections(): Signal<readonly Type<unknown>[]> {
  const [session, words] = [inject(SessionStore), inject(AreaWords)];
  const shown = signal<readonly Type<unknown>[]>([]);
  const open = inject(PERSON_SECTIONS).filter(({ permission }) => session.can(permission));
  void Promise.all(
    open.map(async ({ area, words: files, load }) => {
      const [component] = await Promise.all([load(), words.add(area, files)]);
      return component;
    }),
  ).then((components) => shown.set(components));
  return shown;
}
