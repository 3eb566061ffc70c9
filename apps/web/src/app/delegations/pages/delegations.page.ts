// All delegations, latest arrival first.
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Delegation, delegationStates } from '@amity/delegations';
import { Cell, type Column, DataTable, EmptyState, type Filter, FilterChips, Icon, PageHeader, ProblemNotice, StatusChip } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import inboundIcon from '@material-symbols/svg-400/rounded/flight_land.svg';
import outboundIcon from '@material-symbols/svg-400/rounded/flight_takeoff.svg';
import { can } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { pictureOf, toneOf } from '../delegation.tones.js';
import { DelegationsStore } from '../delegations.store.js';

@Component({
  selector: 'amity-delegations-page',
  imports: [Cell, DataTable, EmptyState, FilterChips, Icon, PageHeader, ProblemNotice, RouterLink, StatusChip, TranslocoDirective],
  providers: [DelegationsStore],
  templateUrl: './delegations.page.html',
  styles: `
    .direction {
      display: inline-flex;
      gap: var(--space-1);
      align-items: center;
      color: var(--color-side-home);
    }

    .direction.inbound {
      color: var(--color-side-partner);
    }
  `,
})
export class DelegationsPage {
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  protected readonly store = inject(DelegationsStore);

  protected readonly mayEdit = can('delegations.edit');
  protected readonly toneOf = ({ state }: Delegation) => toneOf[state];
  protected readonly pictureOf = ({ state }: Delegation) => pictureOf[state] ?? null;
  protected readonly addIcon = addIcon;
  protected readonly icons = { inbound: inboundIcon, outbound: outboundIcon };
  protected readonly filters = computed((): Filter[] => [
    {
      name: 'direction',
      label: this.words.translate('delegations.field.direction'),
      options: ['inbound', 'outbound'].map((value) => ({ value, label: this.words.translate(`delegations.direction.${value}`) })),
    },
    {
      name: 'state',
      label: this.words.translate('delegations.field.state'),
      options: delegationStates.states.map((value) => ({ value, label: this.words.translate(`delegations.state.${value}`) })),
    },
  ]);
  protected readonly columns = computed((): Column<Delegation>[] => {
    const t = (name: string) => this.words.translate(`delegations.field.${name}`);
    return [
      { key: 'name', label: t('name'), text: (row) => row.name },
      { key: 'direction', label: t('direction') },
      { key: 'partnership', label: t('partnershipId'), text: (row) => row.partnershipLabel ?? '' },
      { key: 'dates', label: t('dates'), text: (row) => this.formats.dates(row.arrivesOn, row.departsOn) },
      { key: 'delegates', label: t('delegates'), text: (row) => this.formats.number(row.delegateCount), numeric: true },
      { key: 'state', label: t('state') },
      {
        key: 'format',
        label: t('programFormat'),
        text: (row) => this.words.translate(`delegations.format.${row.programFormat}`),
        extra: true,
      },
      { key: 'track', label: t('track'), text: (row) => String(row.track), numeric: true, extra: true },
    ];
  });

  protected open(delegation: Delegation): void {
    void this.router.navigate(['/delegations', delegation.id]);
  }
}
