// All partnerships, home side first. Filters live in the address; a row opens its record.
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Partnership, PartnershipKind, PartnershipState } from '@amity/partnerships';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  Cell,
  type Column,
  DataTable,
  EmptyState,
  type Filter,
  FilterChips,
  FilterState,
  PageHeader,
  ProblemNotice,
  StatusChip,
} from '@amity/ui';
import { Can } from '../../access/index.js';
import { keysetList } from '../../http/index.js';
import { Formats, LanguageChoice } from '../../language/index.js';
import { PartnershipWords } from '../partnership-words.js';

@Component({
  selector: 'amity-partnerships-page',
  imports: [Can, Cell, DataTable, EmptyState, FilterChips, PageHeader, ProblemNotice, RouterLink, StatusChip, TranslocoDirective],
  templateUrl: './partnerships.page.html',
  styles: `
    .place {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-2);
    }

    .name {
      font-weight: 600;
    }

    .home .name {
      color: var(--color-side-home);
    }

    .partner .name {
      color: var(--color-side-partner);
    }

    .country {
      color: var(--color-ink-soft);
      font-size: var(--text-small);
      font-weight: 400;
    }
  `,
})
export class PartnershipsPage {
  private readonly router = inject(Router);
  private readonly filters = inject(FilterState);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);
  protected readonly words = inject(PartnershipWords);

  private readonly asked = this.filters.question('q', 'state', 'kind', 'flagged');
  protected readonly list = keysetList<Partnership>(() => '/api/partnerships', this.asked);
  protected readonly filtered = computed(() => Object.values(this.asked()).some((values) => values.length > 0));

  protected readonly columns = computed<readonly Column<Partnership>[]>(() => [
    { key: 'home', label: this.t('column.home'), text: ({ home }) => home.name },
    { key: 'partner', label: this.t('column.partner') },
    { key: 'kind', label: this.t('column.kind'), text: ({ kind }) => this.t(`kind.${kind}`) },
    { key: 'since', label: this.t('column.since'), text: ({ since }) => this.words.since(since) },
    { key: 'distance', label: this.t('column.distance'), text: (row) => this.words.distance(row), numeric: true, extra: true },
    { key: 'state', label: this.t('column.state') },
  ]);
  protected readonly groups = computed<readonly Filter[]>(() => [
    this.group('state', PartnershipState.options),
    this.group('kind', PartnershipKind.options),
    { name: 'flagged', label: this.t('filter.flagged'), options: [{ value: 'true', label: this.t('filter.notInGazetteer') }] },
  ]);

  protected open({ id }: Partnership): void {
    void this.router.navigate(['/partnerships', id]);
  }

  private group(name: 'state' | 'kind', values: readonly string[]): Filter {
    return { name, label: this.t(`filter.${name}`), options: values.map((value) => ({ value, label: this.t(`${name}.${value}`) })) };
  }

  private t(key: string): string {
    this.language.current(); // words change with the language
    return this.transloco.translate(`partnerships.${key}`);
  }
}
