// Dates as people write them, to ISO dates. Day first or month first is one decision for the whole column: 25/04/2026 anywhere decides
// it, and where nothing does (or the column contradicts itself) the choice is asked for. Two-digit years and days that do not exist are
// refused in words; a date never shifts, because no time zone is ever involved.
import { asciiDigits, parsed, unparsed, type CellParser, type ColumnChoice, type Parsed } from './cell.parser.js';
import { cellText, type Cell } from './table.js';

type Order = 'day_first' | 'month_first';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const midnight = /(?<=\d)[T ]00:00(?::00(?:\.0+)?)?Z?$/;
const timeOfDay = /(?<=\d)[T ]\d{1,2}:\d{2}/;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const japanese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const eitherOrder = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/;
const shortYear = /^\d{1,2}([./-]) ?\d{1,2}\1 ?['’]?\d{2}$/;

/** ISO dates (`2026-03-31`). Reads ISO, 31.3.2026, 31/3/2026 or 3/31/2026, 2026年3月31日, and date cells of spreadsheets. */
export function date(): CellParser<string> {
  return {
    column: (cells, choice) => {
      const survey = surveyOrder(cells);
      const order = asOrder(choice) ?? (survey.orders.size === 1 ? [...survey.orders][0] : undefined);
      const asks = survey.unclear !== undefined && order === undefined;
      return {
        read: (cell) => readDate(cell, order),
        ...(asks && {
          question: { code: 'interchange.date_order_unclear', choices: ['day_first', 'month_first'], example: survey.unclear ?? '' },
        }),
      };
    },
  };
}

function surveyOrder(cells: Iterable<Cell>): { orders: Set<Order>; unclear: string | undefined } {
  const orders = new Set<Order>();
  let unclear: string | undefined;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const match = eitherOrder.exec(bare(cell));
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 12 && first <= 31 && second <= 12) orders.add('day_first');
    else if (second > 12 && second <= 31 && first <= 12) orders.add('month_first');
    else if (first !== second && first <= 12 && second <= 12) unclear ??= cell.trim();
  }
  return { orders, unclear };
}

const bare = (cell: Cell): string => asciiDigits(cellText(cell)).replace(midnight, '');

function readDate(cell: Cell, order: Order | undefined): Parsed<string> {
  if (typeof cell === 'number' || typeof cell === 'boolean') return unparsed('interchange.date_is_number');
  const text = bare(cell);
  const iso = yearFirst.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const kanji = japanese.exec(text);
  if (kanji) return existing(Number(kanji[1]), Number(kanji[2]), Number(kanji[3]));
  const dots = dotted.exec(text);
  if (dots) return existing(Number(dots[3]), Number(dots[2]), Number(dots[1]));
  const either = eitherOrder.exec(text);
  if (either) return readOrdered(Number(either[1]), Number(either[3]), Number(either[4]), order);
  if (shortYear.test(text)) return unparsed('interchange.date_year_short');
  if (timeOfDay.test(text)) return unparsed('interchange.date_has_time');
  return unparsed(/^\d+([.,]\d+)?$/.test(text) ? 'interchange.date_is_number' : 'interchange.not_a_date');
}

/** A value with only one possible reading is taken even when the column has no decided order; a decided order binds every value. */
function readOrdered(first: number, second: number, year: number, decided: Order | undefined): Parsed<string> {
  const onlyReading: Order | undefined = first > 12 ? 'day_first' : second > 12 ? 'month_first' : undefined;
  const order = decided ?? onlyReading ?? (first === second ? 'day_first' : undefined);
  if (order === undefined) return unparsed('interchange.date_order_unclear');
  return order === 'day_first' ? existing(year, second, first) : existing(year, first, second);
}

function existing(year: number, month: number, day: number): Parsed<string> {
  if (year < 1000) return unparsed('interchange.not_a_date');
  const name = months[month - 1];
  if (name === undefined) return unparsed('interchange.date_does_not_exist', { reason: `there is no month ${month}` });
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > days) return unparsed('interchange.date_does_not_exist', { reason: `${name} ${year} has ${days} days` });
  return parsed(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

const asOrder = (choice: ColumnChoice | undefined): Order | undefined =>
  choice === 'day_first' || choice === 'month_first' ? choice : undefined;
