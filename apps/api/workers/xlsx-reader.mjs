// Reads one sheet of an XLSX workbook, in a thread of its own. Asked with { bytes, entries, sheet, maxRows }; answers once, with
// { sheet, sheets, lines } or { refused, sheets }. Every part is first unpacked against the size the directory states for it, so that a
// file that lies about its sizes is refused before the workbook is built in memory.
import { parentPort, workerData } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';

/** Parts of a sheet that hold no cells. Ranges of validations over whole columns alone can fill the memory. */
const withoutCells = [
  'autoFilter',
  'colBreaks',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'headerFooter',
  'hyperlinks',
  'legacyDrawing',
  'picture',
  'rowBreaks',
  'sheetProtection',
  'tableParts',
];
const { Formula, Error: Fault, Merge } = ExcelJS.ValueType;
const day = 86_400_000;
const firstOfMarch1900 = Date.UTC(1900, 2, 1);
const dayZero = Date.UTC(1899, 11, 30);

async function answer({ bytes, entries, sheet: wanted, maxRows }) {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unpacking = checkUnpacking(packed, entries);
  if (unpacking) return { refused: unpacking, sheets: [] };
  const workbook = await load(packed);
  if (!workbook || workbook.worksheets.length === 0) return { refused: 'file_damaged', sheets: [] };
  const visibleFirst = [...workbook.worksheets].sort((a, b) => hiddenRank(a) - hiddenRank(b) || a.orderNo - b.orderNo);
  const sheets = visibleFirst.map((sheet) => sheet.name);
  const sheet =
    wanted === undefined
      ? (visibleFirst.find((each) => each.actualRowCount > 0) ?? visibleFirst[0])
      : visibleFirst.find((each) => each.name === wanted);
  if (!sheet) return { refused: 'sheet_unknown', sheets };
  return { sheet: sheet.name, sheets, lines: linesOf(sheet, maxRows, workbook.properties.date1904 === true) };
}

const hiddenRank = (sheet) => (sheet.state === 'visible' || sheet.state === undefined ? 0 : 1);

/** @returns the refusal for a part that does not unpack, or unpacks to more than it says */
function checkUnpacking(packed, entries) {
  for (const { offset, packedSize, size, method } of entries) {
    if (method === 0) continue;
    try {
      const from = offset + 30 + packed.readUInt16LE(offset + 26) + packed.readUInt16LE(offset + 28);
      inflateRawSync(packed.subarray(from, from + packedSize), { maxOutputLength: Math.max(size, 1) });
    } catch (error) {
      return error.code === 'ERR_BUFFER_TOO_LARGE' ? 'file_unpacks_too_large' : 'file_damaged';
    }
  }
  return undefined;
}

async function load(packed) {
  const workbook = new ExcelJS.Workbook();
  try {
    return await workbook.xlsx.load(packed, { ignoreNodes: withoutCells });
  } catch {
    // The library throws plain errors of many kinds for workbooks it cannot make sense of; all of them mean the same to the reader.
    return undefined;
  }
}

function linesOf(sheet, maxRows, since1904) {
  const lines = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    if (lines.length >= maxRows) return;
    const cells = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      while (cells.length < column - 1) cells.push('');
      cells.push(contentOf(cell, since1904));
    });
    lines.push({ line, cells });
  });
  return lines;
}

/** A cell merged downwards gives its value to every row it spans; merged sideways, only its first column has it. */
function contentOf(cell, since1904) {
  if (cell.type === Merge) return cell.master.col === cell.col ? contentOf(cell.master, since1904) : '';
  if (cell.type === Formula) return { formula: cell.formula ?? '' };
  const { value } = cell;
  if (cell.type === Fault) return { fault: value.error };
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateOf(value, since1904);
  if (typeof value === 'number') return numberOf(value, cell.numFmt);
  return typeof value === 'object' ? textOf(value) : value;
}

/** Rich text is a list of runs; the text of a hyperlink is text or rich text again. */
function textOf(value) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value.richText)) return value.richText.map((run) => run.text).join('');
  return value.text === undefined ? '' : textOf(value.text);
}

/** A number shown with a fixed count of digits (00123) is meant as it is shown. */
function numberOf(value, format) {
  const padded = /^0{2,}$/.test(format ?? '') && Number.isInteger(value) && value >= 0;
  return padded ? String(value).padStart(format.length, '0') : value;
}

/** Wall-clock time to the second, without a zone. Excel counts a 29 February 1900 that never was, so earlier days stand one off. */
function dateOf(value, since1904) {
  const instant = Math.round(value.getTime() / 1000) * 1000;
  if (Number.isNaN(instant)) return { fault: '#VALUE!' };
  if (!since1904 && instant < dayZero + day) return new Date(instant).toISOString().slice(11, 19);
  const [date, time] = new Date(!since1904 && instant < firstOfMarch1900 ? instant + day : instant).toISOString().split('T');
  return { date: time.startsWith('00:00:00') ? date : `${date}T${time.slice(0, 8)}` };
}

parentPort.postMessage(await answer(workerData));
