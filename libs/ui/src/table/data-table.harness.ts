import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** Works a data table as a person would. */
export class DataTableHarness extends ComponentHarness {
  static readonly hostSelector = 'amity-data-table';

  private readonly openers = this.locatorForAll('.open');
  private readonly cells = this.locatorForAll('tbody td:not(.pick)');
  private readonly headers = this.locatorForAll('th:not(.pick)');

  async headings(): Promise<string[]> {
    return Promise.all((await this.headers()).map((cell) => cell.text()));
  }

  async texts(): Promise<string[]> {
    return Promise.all((await this.cells()).map((cell) => cell.text()));
  }

  async count(): Promise<string> {
    return (await this.locatorFor('.bar')()).text();
  }

  /** Index of the row the focus stands on, or -1. */
  async focusedRow(): Promise<number> {
    const focused = await Promise.all((await this.openers()).map((opener) => opener.isFocused()));
    return focused.indexOf(true);
  }

  async press(key: string | TestKey): Promise<void> {
    const openers = await this.openers();
    const at = await this.focusedRow();
    const target = openers[at] ?? (await this.host());
    await target.sendKeys(key);
  }

  async clickRow(at: number): Promise<void> {
    await (await this.locatorForAll('tbody tr')())[at]?.click();
  }
}
