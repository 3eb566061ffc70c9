// The figures of every chapter and their sum. A withheld figure says so in words; nothing stands where nothing could be counted.
import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ChapterOverview } from '@amity/overview';
import { Formats } from '../../language/index.js';

const columns = ['partnerships', 'inbound', 'outbound', 'travellers', 'delegateDays', 'homes', 'hostNights'] as const;

@Component({
  selector: 'amity-chapter-figures',
  imports: [TranslocoDirective],
  template: `
    <div class="table" role="region" tabindex="0" *transloco="let t; prefix: 'overview.chapters'" [attr.aria-label]="t('asTable')">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ t('chapter') }}</th>
            @for (column of columns; track column) {
              <th scope="col" class="digits">{{ t('column.' + column) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (chapter of overview().chapters; track chapter.id) {
            <tr>
              <th scope="row">
                <bdi>{{ chapter.name }}</bdi>
              </th>
              @for (column of columns; track column) {
                <td class="digits" [class.soft]="chapter.figures[column] === null">{{ shown(column, chapter.figures[column]) }}</td>
              }
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{{ t('total') }}</th>
            @for (column of columns; track column) {
              <td class="digits">{{ shown(column, overview().total[column]) }}</td>
            }
          </tr>
        </tfoot>
      </table>
    </div>
  `,
  styles: `
    .table {
      position: relative;
      overflow-x: auto;
    }

    table {
      min-inline-size: 52rem;
      inline-size: 100%;
      border-collapse: collapse;
    }

    th,
    td {
      padding-block: var(--space-2);
      padding-inline: 0 var(--space-4);
      border-block-end: var(--hairline) solid var(--color-line);
      text-align: start;
      vertical-align: bottom;
    }

    thead th {
      color: var(--color-ink-soft);
      font-size: var(--text-small);
      font-weight: 600;
    }

    tbody th,
    tfoot * {
      font-weight: 600;
    }

    th.digits,
    .digits {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class FigureTable {
  readonly overview = input.required<ChapterOverview>();

  private readonly formats = inject(Formats);
  private readonly words = inject(TranslocoService);
  protected readonly columns = columns;

  /** A withheld number of people or homes is from one to four; of their days and nights nothing is said. */
  protected shown(column: (typeof columns)[number], figure: number | null): string {
    if (figure !== null) return this.formats.number(figure);
    return this.words.translate(`overview.chapters.${column === 'travellers' || column === 'homes' ? 'few' : 'notSaid'}`);
  }
}
