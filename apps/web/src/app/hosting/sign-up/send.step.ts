import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Control, Field } from '@amity/ui';
import { Formats, LanguageChoice } from '../../language/index.js';
import { languageChoices } from '../host.choices.js';
import { Step } from './step.js';

const consents = ['agreesToTakePart', 'agreesToScreening', 'agreesToFollowUp'] as const;

/** 7: everything once more, what the family agrees to, and a word of its own. */
@Component({
  selector: 'amity-send-step',
  imports: [Control, Field, TranslocoDirective],
  templateUrl: './send.step.html',
  styleUrl: './send.step.css',
  host: { class: 'stack' },
})
export class SendStep extends Step {
  private readonly translate = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageChoice);

  protected readonly consents = consents;
  protected readonly lines = computed(() => {
    const draft = this.draft();
    const word = (key: string, params?: Record<string, unknown>) => this.translate.translate<string>(key, params);
    const yesNo = (answer: boolean | null) => (answer === null ? '' : word(answer ? 'hosting.yes' : 'hosting.no'));
    const names = new Map(languageChoices(this.language.locale()).map(({ value, label }) => [value, label]));
    const list = (items: readonly string[]) =>
      new Intl.ListFormat(this.language.locale(), { type: 'conjunction' }).format(items.filter(Boolean));
    return [
      {
        step: 1,
        key: 'you',
        text: [`${draft.givenName} ${draft.familyName}`.trim(), draft.email, draft.phone].filter(Boolean).join(' · '),
      },
      { step: 2, key: 'home', text: [draft.address, [draft.postalCode, draft.town].filter(Boolean).join(' ')].filter(Boolean).join(', ') },
      {
        step: 3,
        key: 'beds',
        text: [
          word('hosting.signUp.bedCount.' + this.formats.plural(draft.beds), { count: draft.beds }),
          draft.room ? word('hosting.rooms.' + draft.room) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      },
      { step: 4, key: 'people', text: list([draft.givenName, ...draft.members.map(({ givenName }) => givenName)]) },
      {
        step: 5,
        key: 'pets',
        text: draft.hasPets
          ? list(draft.pets.map(({ species }) => word('hosting.pets.' + species)))
          : draft.hasPets === false
            ? word('hosting.signUp.noPets')
            : yesNo(null),
      },
      {
        step: 6,
        key: 'dates',
        text: [
          list(draft.languages.map((code) => names.get(code) ?? code)),
          ...draft.offers.filter(({ from, to }) => from !== '' && to > from).map(({ from, to }) => this.formats.dates(from, to)),
        ]
          .filter(Boolean)
          .join(' · '),
      },
    ];
  });

  protected agree(consent: (typeof consents)[number], event: Event): void {
    if (event.target instanceof HTMLInputElement) this.store.change({ [consent]: event.target.checked });
  }
}
