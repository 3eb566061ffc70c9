// What changed, and how sure we are: the indicators with their way from baseline to target, and the surveys with who answered.
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Wave } from '@amity/outcomes';
import {
  Cell,
  type Column,
  DataTable,
  EmptyState,
  Field,
  Icon,
  PageHeader,
  ProblemNotice,
  Skeleton,
  StatusChip,
  type Tone,
} from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import downloadIcon from '@material-symbols/svg-400/rounded/download.svg';
import { can } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { DelegationChoice } from '../components/delegation-choice.js';
import { FlowBar } from '../components/flow-bar.js';
import { IndicatorCard } from '../components/indicator-card.js';
import { reportAddress } from '../outcomes.api.js';
import { OutcomesStore } from '../outcomes.store.js';

const waveTones: Readonly<Record<Wave['state'], Tone>> = { scheduled: 'waits', open: 'calm', closed: 'done' };

@Component({
  selector: 'amity-outcomes-page',
  imports: [
    Cell,
    DataTable,
    DelegationChoice,
    EmptyState,
    Field,
    FlowBar,
    Icon,
    IndicatorCard,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
    StatusChip,
    TranslocoDirective,
  ],
  providers: [OutcomesStore],
  templateUrl: './outcomes.page.html',
  styleUrl: './outcomes.page.css',
})
export class OutcomesPage {
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  protected readonly store = inject(OutcomesStore);

  protected readonly mayEdit = can('outcomes.edit');
  protected readonly addIcon = addIcon;
  protected readonly downloadIcon = downloadIcon;
  protected readonly toneOf = ({ state }: Wave) => waveTones[state];
  protected readonly forDelegation = computed(() => {
    const delegationId = this.store.delegationId();
    return delegationId === null ? {} : { delegationId };
  });
  protected readonly pdf = computed(() => reportAddress('pdf', this.store.delegationId()));
  protected readonly xlsx = computed(() => reportAddress('xlsx', this.store.delegationId()));
  protected readonly columns = computed((): Column<Wave>[] => {
    const t = (name: string) => this.words.translate(`outcomes.column.${name}`);
    return [
      { key: 'instrument', label: t('instrument'), text: (row) => row.instrument.name },
      { key: 'delegation', label: t('delegation'), text: (row) => row.delegationName },
      { key: 'moment', label: t('moment'), text: (row) => this.words.translate(`outcomes.moment.${row.moment}`) },
      { key: 'dates', label: t('dates'), text: (row) => this.formats.dates(row.opensOn, row.closesOn) },
      { key: 'flow', label: t('flow') },
      { key: 'state', label: t('state') },
    ];
  });

  protected open(wave: Wave): void {
    void this.router.navigate(['/outcomes/surveys', wave.id]);
  }
}
