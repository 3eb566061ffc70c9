// Words of an area arrive with its route: `resolve: { words: areaWords('visits', { en: () => import('…/visits/en.json') }) }`
// on the area's root route. A page is drawn when its words are there; choosing another language loads all that are in use.
import { inject, Injectable } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { type Language, type WrittenLanguage } from './languages.js';
import { pseudo } from './pseudo.js';

export interface Words {
  readonly [key: string]: string | Words;
}

/** Where the words of one area stand in each written language. */
export type WordFiles = Readonly<Record<WrittenLanguage, () => Promise<{ readonly default: Words }>>>;

@Injectable({ providedIn: 'root' })
export class AreaWords {
  private readonly transloco = inject(TranslocoService);
  private readonly known = new Map<string, WordFiles>();
  private readonly loaded = new Set<string>();

  /** Makes the area's words available in the language in use. */
  async add(area: string, files: WordFiles): Promise<true> {
    this.known.set(area, files);
    await this.loadArea(area, files, this.transloco.getActiveLang() as Language);
    return true;
  }

  /** Loads in `language` every area that was added so far. */
  async loadAll(language: Language): Promise<void> {
    await Promise.all([...this.known].map(([area, files]) => this.loadArea(area, files, language)));
  }

  private async loadArea(area: string, files: WordFiles, language: Language): Promise<void> {
    const name = `${area}/${language}`;
    if (this.loaded.has(name)) return;
    const words = (await files[language === 'en-XB' ? 'en' : language]()).default;
    this.transloco.setTranslation({ [area]: language === 'en-XB' ? pseudo(words) : words }, language, { merge: true });
    this.loaded.add(name);
  }
}

/** Resolver for an area's root route; keys are then `<area>.<key>`. */
export function areaWords(area: string, files: WordFiles): ResolveFn<true> {
  return () => inject(AreaWords).add(area, files);
}
