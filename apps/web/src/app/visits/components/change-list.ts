// What is different between two versions of the itinerary, each difference one sentence.
import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '@amity/ui';
import type { ItineraryChange, ItineraryItem } from '@amity/visits';
import { TranslocoService } from '@jsverse/transloco';
import addedIcon from '@material-symbols/svg-400/rounded/add.svg';
import changedIcon from '@material-symbols/svg-400/rounded/edit.svg';
import movedIcon from '@material-symbols/svg-400/rounded/schedule.svg';
import removedIcon from '@material-symbols/svg-400/rounded/remove.svg';
import { Formats } from '../../language/index.js';

type Fields = Extract<ItineraryChange, { kind: 'moved' }>['fields'];

const icons: Readonly<Record<ItineraryChange['kind'], string>> = {
  added: addedIcon,
  removed: removedIcon,
  moved: movedIcon,
  changed: changedIcon,
  visit: changedIcon,
};
const times: readonly string[] = ['startsAt', 'endsAt', 'start', 'end', 'zone'];
/** Places on the map follow from the site; nobody reads them. */
const silent: readonly string[] = ['latitude', 'longitude'];

@Component({
  selector: 'amity-change-list',
  imports: [Icon],
  template: `
    <ul role="list">
      @for (line of lines(); track $index) {
        <li [class]="line.kind">
          <amity-icon [svg]="line.icon" /> <span>{{ line.sentence }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      gap: var(--space-2);
    }

    amity-icon {
      flex: none;
      margin-block-start: 0.15em;
      color: var(--color-accent);
    }

    .added amity-icon {
      color: var(--color-moss-ink);
    }

    .removed amity-icon {
      color: var(--color-brick-ink);
    }

    .moved amity-icon {
      color: var(--color-amber-ink);
    }
  `,
})
export class ChangeList {
  readonly changes = input.required<readonly ItineraryChange[]>();
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);

  protected readonly lines = computed(() =>
    this.changes().map((change) => ({ kind: change.kind, icon: icons[change.kind], sentence: this.sentence(change) })),
  );

  private sentence(change: ItineraryChange): string {
    const t = (key: string, params: object): string => this.words.translate(`visits.change.${key}`, params);
    switch (change.kind) {
      case 'added':
      case 'removed':
        return t(change.kind, { title: change.item.title, when: this.when(change.item) });
      case 'moved': {
        const others = this.named(change.fields.filter(({ field }) => !times.includes(field)));
        const params = { title: change.title, from: this.moment(change.fields, 'from'), to: this.moment(change.fields, 'to'), others };
        return t(others ? 'movedAndMore' : 'moved', params);
      }
      case 'changed':
        return t('changed', { title: change.title, fields: this.named(change.fields) });
      case 'visit':
        return t('visit', { fields: this.named(change.fields) });
    }
  }

  private when({ startsAt, endsAt }: ItineraryItem): string {
    return `${this.day(startsAt)} ${startsAt.slice(11)}–${endsAt.slice(11)}`;
  }

  /** The time that moved: its start, or its end when only that did. */
  private moment(fields: Fields, side: 'from' | 'to'): string {
    const start = fields.find(({ field }) => field === 'startsAt');
    const moved = start ?? fields.find(({ field }) => field === 'endsAt');
    const local = moved?.[side];
    if (typeof local !== 'string') return '';
    const time = `${this.day(local)} ${local.slice(11)}`;
    return start ? time : this.words.translate('visits.change.until', { time });
  }

  private named(fields: Fields): string {
    return fields
      .filter(({ field }) => !silent.includes(field))
      .map(({ field, to }) => {
        const name: string = this.words.translate(`visits.changedField.${field}`);
        return typeof to === 'string' && to !== '' ? `${name} (${to.length > 60 ? `${to.slice(0, 59)}…` : to})` : name;
      })
      .join(', ');
  }

  private day(local: string): string {
    return this.formats.date(local.slice(0, 10), { weekday: 'short', day: 'numeric', month: 'short' });
  }
}
