// The living style page, at /style in development builds: every piece of libs/ui in one place, with made-up words.
// It is for us, not for customers, so its words are not translated.
import { Component, inject, signal } from '@angular/core';
import {
  Cell,
  ChoiceCards,
  type Column,
  Combobox,
  Confirm,
  Control,
  DataTable,
  EmptyState,
  Field,
  FileDrop,
  FilterChips,
  NumberStepper,
  PageHeader,
  PrintButton,
  ProblemNotice,
  Progress,
  SideSheet,
  Skeleton,
  StatusChip,
  StepHeader,
  Tabs,
  Timeline,
  Toasts,
  type Tone,
  VersionDiff,
} from '@amity/ui';
import { byCity, families, type Family, history, twoVersions } from './style.samples.js';

@Component({
  selector: 'amity-style-page',
  imports: [
    Cell,
    ChoiceCards,
    Combobox,
    Control,
    DataTable,
    EmptyState,
    Field,
    FileDrop,
    FilterChips,
    NumberStepper,
    PageHeader,
    PrintButton,
    ProblemNotice,
    Progress,
    SideSheet,
    Skeleton,
    StatusChip,
    StepHeader,
    Tabs,
    Timeline,
    VersionDiff,
  ],
  templateUrl: './style.page.html',
  styles: `
    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
      gap: var(--space-4);
      align-items: start;
      margin-block-start: var(--space-6);
    }

    h2 {
      margin-block-end: var(--space-3);
    }
  `,
})
export class StylePage {
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);

  protected readonly families = families;
  protected readonly history = history;
  protected readonly twoVersions = twoVersions;
  protected readonly search = byCity;
  protected readonly nameOf = (city: string) => city;
  protected readonly columns: readonly Column<Family>[] = [
    { key: 'name', label: 'Family', text: (row) => row.name },
    { key: 'city', label: 'City', text: (row) => row.city },
    { key: 'beds', label: 'Beds', text: (row) => String(row.beds), numeric: true },
    { key: 'state', label: 'State' },
    { key: 'since', label: 'Since', text: (row) => row.since, extra: true },
  ];
  protected readonly filters = [
    {
      name: 'state',
      label: 'State',
      options: [
        { value: 'cleared', label: 'Cleared' },
        { value: 'screening', label: 'In screening' },
        { value: 'paused', label: 'Paused' },
      ],
    },
  ];
  protected readonly rooms = [
    { value: 'own', label: 'Own room' },
    { value: 'shared', label: 'Shared with our child', note: 'we will ask ages' },
    { value: 'sofa', label: 'Sofa bed in a living area' },
  ];
  protected readonly yesNo = [
    { value: 'no', label: 'No' },
    { value: 'yes', label: 'Yes' },
  ];
  protected readonly tabs = [
    { link: '.', label: 'Overview' },
    { link: 'members', label: 'Members', count: 4 },
    { link: 'stays', label: 'Stays', count: 12 },
  ];
  protected readonly problem = {
    title: 'Taken',
    detail: 'Interpreter Sato is with the trade group until 14:30. Choose a later time or another interpreter.',
    reference: '01K9-7Q2M',
  };
  protected readonly selected = signal<ReadonlySet<string>>(new Set(['2']));
  protected readonly open = signal<Family | null>(null);

  protected tone(state: string): Tone {
    return ({ Cleared: 'done', 'Needs a call': 'waits', Lapsed: 'blocked' } as const)[state] ?? 'calm';
  }

  protected async ask(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Cancel the visit of 11–17 May?',
      sentence: 'Fourteen delegates and nine families are told by mail. The itinerary stays readable.',
      action: 'Cancel the visit',
      danger: true,
    });
    this.toasts.show(sure ? 'The visit is cancelled.' : 'Nothing was changed.', sure ? () => this.toasts.show('The visit stands.') : null);
  }
}
