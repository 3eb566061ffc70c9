// Which character separates the cells is found on the first lines, with quotation marks respected: it is the one that splits the most lines
// into as many cells as the header has; among equals the one that makes more columns.
import { parse, CsvError } from 'csv-parse/sync';

export const separators = ['\t', ';', ',', '|'] as const;
const sampleLength = 64_000;
const sampleRecords = 50;

/** The separator of a text; a comma when the text has one column. */
export function detectSeparator(text: string): string {
  const sample = text.slice(0, sampleLength);
  let best = { separator: ',', share: 0, columns: 1 };
  for (const separator of separators) {
    if (!sample.includes(separator)) continue;
    const candidate = { separator, ...evenness(sample, separator) };
    if (candidate.columns < 2) continue;
    if (candidate.share > best.share || (candidate.share === best.share && candidate.columns > best.columns)) best = candidate;
  }
  return best.separator;
}

/** Share of the sample's records that have as many cells as the first; a record the quotation marks break counts as uneven. */
function evenness(sample: string, separator: string): { share: number; columns: number } {
  const lengths: number[] = [];
  let broken = 0;
  try {
    parse(sample, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      to: sampleRecords,
      on_record: (record: string[]) => {
        lengths.push(record.length);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error; // quotation marks that do not fit this separator, or the cut end of the sample
    broken = 1;
  }
  const [columns = 0] = lengths;
  return { columns, share: lengths.filter((length) => length === columns).length / (lengths.length + broken) || 0 };
}
