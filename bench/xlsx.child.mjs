// One workbook in one process: `node xlsx.child.mjs amity|exceljs ROWS` prints {ms, growthMb, bytes}. Growth is the highest resident
// memory seen while writing, above what the process had after writing a small workbook.
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { SpreadsheetWriter } from '../apps/api/dist/documents/index.js';

const [writer, count] = [process.argv[2], Number(process.argv[3])];
const types = ['text', 'text', 'text', 'text', 'integer', 'integer', 'decimal', 'decimal', 'date', 'date', 'boolean', 'text'];
const columns = types.map((type, index) => ({ label: `Column ${index + 1} (${type})`, type }));

function* rows(limit) {
  for (let n = 0; n < limit; n += 1) {
    const day = new Date(Date.UTC(2020, 0, 1 + (n % 2000))).toISOString().slice(0, 10);
    yield [
      `Person ${n}`,
      `館山 ${n % 97}`,
      'Fairhaven & Harbor City',
      `note <${n}> "quoted"`,
      n,
      n % 17,
      n / 7,
      n * 0.01,
      day,
      day,
      n % 2 === 0,
      `=SUM(A${n})`,
    ];
  }
}

let bytes = 0;
const sink = () =>
  new Writable({
    write(chunk, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });

const writers = {
  amity: (limit) => pipeline(new SpreadsheetWriter().writeWorkbook([{ name: 'People', columns, rows: rows(limit) }]), sink()),
  exceljs: async (limit) => {
    const out = sink();
    const ended = new Promise((resolve) => out.on('finish', resolve));
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
    const sheet = workbook.addWorksheet('People', { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map((column) => ({ header: column.label, width: 20 }));
    for (const row of rows(limit))
      sheet.addRow(row.map((value, index) => (types[index] === 'date' ? new Date(`${value}T00:00:00Z`) : value))).commit();
    await workbook.commit();
    await ended;
  },
};

await writers[writer](500);
bytes = 0;
const before = process.memoryUsage.rss();
let highest = before;
const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 10);
const start = performance.now();
await writers[writer](count);
const ms = performance.now() - start;
highest = Math.max(highest, process.memoryUsage.rss());
clearInterval(watch);
console.log(JSON.stringify({ ms, growthMb: (highest - before) / 1e6, bytes }));
