// What a guest needs and a home offers, in the reader's language. Words outside the known lists are shown as they were written.
import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { LanguageChoice } from '../language/index.js';

@Injectable({ providedIn: 'root' })
export class GuestWords {
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  languages(tags: readonly string[]): string {
    const names = new Intl.DisplayNames(this.language.locale(), { type: 'language', fallback: 'code' });
    return this.list(tags.map((tag) => names.of(tag) ?? tag));
  }

  diet(wishes: readonly string[]): string {
    return this.list(wishes.map((wish) => this.known(`placements.diet.${wish}`, wish)));
  }

  pets(species: readonly string[]): string {
    return this.list(species.map((one) => this.known(`placements.pet.${one}`, one)));
  }

  private known(key: string, otherwise: string): string {
    const said: unknown = /\s/.test(otherwise) ? key : this.words.translate(key);
    return typeof said === 'string' && said !== key ? said : otherwise;
  }

  private list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.language.locale(), { type: 'unit' }).format(parts);
  }
}
