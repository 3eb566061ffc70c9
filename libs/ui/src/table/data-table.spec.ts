import { TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { type Column, DataTable } from './data-table.js';
import { DataTableHarness } from './data-table.harness.js';

interface Row {
  readonly id: string;
  readonly name: string;
}

@Component({
  imports: [DataTable],
  template: `<amity-data-table
    label="Rows"
    name="spec"
    [columns]="columns"
    [rows]="rows()"
    [total]="9"
    [selectable]="true"
    [(selected)]="selected"
    (opened)="opened.push($event.id)"
  />`,
})
class List {
  readonly columns: readonly Column<Row>[] = [
    { key: 'name', label: 'Name', text: (row) => row.name },
    { key: 'id', label: 'Number', text: (row) => row.id, extra: true },
  ];
  readonly rows = signal<readonly Row[]>([
    { id: '1', name: 'Ana' },
    { id: '2', name: 'Bo' },
  ]);
  readonly selected = signal<ReadonlySet<string>>(new Set());
  readonly opened: string[] = [];
}

describe('a data table', () => {
  async function set() {
    localStorage.clear();
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { en: {} }, preloadLangs: true, translocoConfig: { defaultLang: 'en' } })],
    });
    const fixture = TestBed.createComponent(List);
    document.body.append(fixture.nativeElement as HTMLElement);
    const table = await TestbedHarnessEnvironment.loader(fixture).getHarness(DataTableHarness);
    return { list: fixture.componentInstance, table };
  }

  it('shows the columns that are not extra', async () => {
    const { table } = await set();
    expect(await table.headings()).toEqual(['Name']);
    expect(await table.texts()).toEqual(['Ana', 'Bo']);
  });

  it('moves with j and k and stops at the ends', async () => {
    const { table } = await set();
    const stood: number[] = [];
    for (const key of ['j', 'j', 'j', 'k', TestKey.UP_ARROW]) {
      await table.press(key);
      stood.push(await table.focusedRow());
    }
    expect(stood).toEqual([0, 1, 1, 0, 0]);
  });

  it('selects with x, and says how many', async () => {
    const { list, table } = await set();
    await table.press('j');
    await table.press('x');
    expect([...list.selected()]).toEqual(['1']);
    expect(await table.count()).toContain('ui.table.selected');
    await table.press('x');
    expect([...list.selected()]).toEqual([]);
  });

  it('opens a row by a click anywhere in it', async () => {
    const { list, table } = await set();
    await table.clickRow(1);
    expect(list.opened).toEqual(['2']);
  });
});
