// Fields and values of the history, in words. The history knows every record there is, so it reads values by their shape:
// a date is a date in whatever field it stands.
import type { AuditEntry } from '@amity/audit';

/** How the reader's language says things; zone and language are the caller's. */
export interface ValueWords {
  readonly none: string;
  readonly yes: string;
  readonly no: string;
  date(isoDate: string): string;
  dates(from: string, to: string): string;
  moment(instant: string): string;
  number(value: number): string;
  /** A record known only by its id, or by the name it has in the history. */
  record(id: string): string;
}

export interface FieldChange {
  readonly field: string;
  readonly label: string;
  /** Null where the record did not exist before, or does not any more. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Not worth a line: what every record carries, and the second form of a letter. */
const bookkeeping = new Set(['id', 'organizationId', 'version', 'createdAt', 'updatedAt', 'html']);

/** One line per field; of a record that was added or removed only what was said at all. */
export function fieldChanges({ before, after }: Pick<AuditEntry, 'before' | 'after'>, words: ValueWords): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((field) => !bookkeeping.has(field));
  return fields
    .filter((field) => (before && after) || !isEmpty((after ?? before)?.[field]))
    .map((field) => ({
      field,
      label: labelOf(field),
      before: before && inWords(before[field], words),
      after: after && inWords(after[field], words),
    }));
}

/** `birthDate` → `Birth date`, `signed_ups` → `Signed ups`. */
export function labelOf(field: string): string {
  const spaced = field
    .replace(/Id$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function inWords(value: unknown, words: ValueWords): string {
  if (isEmpty(value)) return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return words.number(value);
  if (typeof value === 'string') return textInWords(value, words);
  if (Array.isArray(value)) return value.map((part: unknown) => inWords(part, words)).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([, part]) => !isEmpty(part))
    .map(([name, part]) => `${labelOf(name)}: ${inWords(part, words)}`)
    .join('; ');
}

function textInWords(text: string, words: ValueWords): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && isTime(`${text}T00:00:00Z`)) return words.date(text);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) && isTime(text)) return words.moment(text);
  const [, from, to] = /^\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\)$/.exec(text) ?? [];
  if (from && to && isTime(`${from}T00:00:00Z`) && isTime(`${to}T00:00:00Z`)) return words.dates(from, to);
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return words.record(text);
  if (/^[a-z]+(_[a-z]+)+$/.test(text)) return text.replaceAll('_', ' ');
  return text;
}

const isTime = (text: string) => !Number.isNaN(Date.parse(text));

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
