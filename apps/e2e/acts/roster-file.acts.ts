// The list a partner sends, as its spreadsheet program writes it: semicolons and Windows-1252, two rows that do not fit and a column
// nobody asked for; and the same people once more as a workbook, with a day as a real day and one who joined.
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect } from '../world/story.js';

const header = 'Vorname;Nachname;E-Mail-Adresse;Geburtsdatum;Funktion;Sprachen;Tierhaarallergie;Schuhgröße';
const fitting = [
  'Jürgen;Müller;juergen@example.org;31.03.1967;Leiter;Deutsch, Englisch;nein;44',
  'Zoë;Köhler;zoe@example.org;01.12.1990;;Deutsch;Katzen;38',
  'Ana;Lima;;14.07.2001;Dolmetscherin;Portugiesisch, Deutsch;;39',
];
const bad = [';Namenlos;x@example.org;;;;;40', 'Bernd;Braun;bernd@;30.02.1990;König;;Einhorn;41'];
const joined = 'Henrike;Voß;henrike@example.org;05.09.1979;;Deutsch;;40';

export async function chooseSpreadsheetText(page: Page): Promise<void> {
  const buffer = Buffer.from([header, ...fitting, ...bad].join('\r\n'), 'latin1');
  await page.locator('input[type=file]').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('5 rows')).toBeVisible();
}

export async function chooseWorkbook(page: Page): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Teilnehmer').addRows([header, ...fitting, joined].map((line) => line.split(';').map(asCell)));
  await page.locator('input[type=file]').setInputFiles({
    name: 'liste.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  });
  await expect(page.getByText('4 rows')).toBeVisible();
}

/** A day of the text as the day a workbook holds. */
function asCell(text: string): string | Date {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : new Date(`${year}-${month}-${day}T00:00:00Z`);
}
