// Numbers as people write them: decimal point or comma, thousands in groups. Whether 1.234 is a thousand or a bit more than one is
// decided by the other numbers of the column (2.5 says point, 1.234,50 says comma); where nothing decides, the choice is asked for.
import {
  asciiDigits,
  eachCell,
  parsed,
  unparsed,
  type CellParser,
  type ColumnChoice,
  type ColumnReading,
  type Parsed,
} from './cell.parser.js';
import { cellText, type Cell } from './table.js';

type Mark = 'decimal_point' | 'decimal_comma';
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
}

const plainNumber = /^[+-]?\d+(?:\.\d+e[+-]?\d+|e[+-]?\d+)?$/i;
const pointDecimal = /^[+-]?(?:\d*\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/;
const commaDecimal = /^[+-]?(?:\d*,\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/;
/** 1.234 and 1,234, but not 0.234: nobody writes thousands with a leading zero. */
const eitherWay = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const grouped = /^[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

const bare = (cell: Cell): string => asciiDigits(cellText(cell)).replace(/(?<=\d)[\s'’](?=\d)/g, '');

/** A number with decimals, whichever mark the column uses. */
export function decimal(range: NumberRange = {}): CellParser<number> {
  return {
    column: (cells, choice): ColumnReading<number> => {
      const survey = surveyMarks(cells);
      const mark = asMark(choice) ?? (survey.marks.size === 1 ? [...survey.marks][0] : undefined);
      const question =
        survey.unclear === undefined || mark !== undefined
          ? undefined
          : {
              code: 'interchange.decimal_mark_unclear' as const,
              choices: ['decimal_point', 'decimal_comma'] as const,
              example: survey.unclear,
            };
      return { read: (cell) => readDecimal(cell, mark, range), ...(question && { question }) };
    },
  };
}

/** A whole number; groups of thousands may be set off by point, comma, space or apostrophe. */
export function integer(range: NumberRange = {}): CellParser<number> {
  return eachCell((cell) => {
    if (typeof cell === 'number') return Number.isInteger(cell) ? within(cell, range) : unparsed('interchange.not_an_integer');
    const text = bare(cell);
    if (!/^[+-]?\d+$/.test(text) && !grouped.test(text)) return unparsed('interchange.not_an_integer');
    const value = Number(text.replace(/[.,]/g, ''));
    return Number.isSafeInteger(value) ? within(value, range) : unparsed('interchange.not_an_integer');
  });
}

function surveyMarks(cells: Iterable<Cell>): { marks: Set<Mark>; unclear: string | undefined } {
  const marks = new Set<Mark>();
  let unclear: string | undefined;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const text = bare(cell);
    if (eitherWay.test(text)) unclear ??= cell.trim();
    else if (pointDecimal.test(text)) marks.add('decimal_point');
    else if (commaDecimal.test(text)) marks.add('decimal_comma');
  }
  return { marks, unclear };
}

function readDecimal(cell: Cell, mark: Mark | undefined, range: NumberRange): Parsed<number> {
  if (typeof cell === 'number') return within(cell, range);
  const text = bare(cell);
  if (plainNumber.test(text)) return within(Number(text), range);
  if (eitherWay.test(text)) {
    if (mark === undefined) return unparsed('interchange.decimal_mark_unclear');
    return within(asNumber(text, mark), range);
  }
  if (pointDecimal.test(text)) return within(asNumber(text, 'decimal_point'), range);
  if (commaDecimal.test(text)) return within(asNumber(text, 'decimal_comma'), range);
  return unparsed('interchange.not_a_number');
}

const asNumber = (text: string, mark: Mark): number =>
  Number(mark === 'decimal_point' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.'));

const asMark = (choice: ColumnChoice | undefined): Mark | undefined =>
  choice === 'decimal_point' || choice === 'decimal_comma' ? choice : undefined;

function within(value: number, { min = -Infinity, max = Infinity }: NumberRange): Parsed<number> {
  if (!Number.isFinite(value)) return unparsed('interchange.not_a_number');
  if (value >= min && value <= max) return parsed(value === 0 ? 0 : value);
  return unparsed('interchange.number_out_of_range', { min: min === -Infinity ? '−∞' : min, max: max === Infinity ? '∞' : max });
}
