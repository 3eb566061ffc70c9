// Which header of the file is which column: the suggestion first, the reader's choice last, with the first cells to see by.
import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { RosterPreview, RosterReading } from '@amity/delegations';
import { leftOut, type MappingProblems, samplesOf, type Selection } from '../roster-import.logic.js';

@Component({
  selector: 'amity-import-columns',
  imports: [TranslocoDirective],
  templateUrl: './import-columns.html',
  styleUrl: './import-columns.css',
})
export class ImportColumns {
  readonly preview = input.required<RosterPreview>();
  readonly selection = input.required<Selection>();
  readonly problems = input.required<MappingProblems>();
  readonly reading = input.required<RosterReading>();
  readonly chosen = output<{ column: string; header: string }>();
  readonly read = output<RosterReading>();

  /** Encodings a file may be in when its signs mislead; iconv's names. */
  protected readonly encodings = [
    'utf-8',
    'utf-16le',
    'windows-1252',
    'iso-8859-2',
    'windows-1251',
    'shift_jis',
    'gb18030',
    'windows-1256',
  ];
  protected readonly unused = computed(() => leftOut(this.selection(), this.preview().headers).join(', '));
  protected readonly samples = samplesOf;

  protected choose(column: string, event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.chosen.emit({ column, header: event.target.value });
  }

  protected readAs(part: 'encoding' | 'sheet', event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.read.emit({ ...this.reading(), [part]: event.target.value });
  }
}
