// `node bench/run.mjs NAME [--smoke]`: runs one benchmark, prints a table and, as the last line, one JSON object {name, rows}.
// Without a name it lists what there is. A benchmark is a file `NAME.bench.mjs` here that default-exports { name, run({ smoke }) }.
import { readdirSync } from 'node:fs';

const suffix = '.bench.mjs';
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort();
const name = process.argv.slice(2).find((word) => !word.startsWith('--'));
const smoke = process.argv.includes('--smoke');

if (name === undefined) {
  console.log(`Benchmarks: ${names.join(', ')}\nRun one with: npm run bench -- NAME [--smoke]`);
} else if (!names.includes(name)) {
  console.error(`There is no benchmark "${name}". There are: ${names.join(', ')}`);
  process.exitCode = 1;
} else {
  const { default: benchmark } = await import(`./${name}${suffix}`);
  const { rows } = await benchmark.run({ smoke });
  print(rows);
  console.log(JSON.stringify({ name: benchmark.name, rows }));
}

/** Columns as wide as their widest cell; numbers rounded to what can be told apart. */
function print(rows) {
  const header = ['work', 'figure', 'unit', 'reference', 'ratio', 'goal', 'met'];
  const show = (value) =>
    value === null || value === undefined ? '–' : typeof value === 'number' ? String(Number(value.toPrecision(4))) : String(value);
  const met = (value) => (value === true ? 'yes' : value === false ? 'NO' : '–');
  const cells = [header, ...rows.map((row) => header.map((key) => (key === 'met' ? met(row[key]) : show(row[key]))))];
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  for (const row of cells)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}
