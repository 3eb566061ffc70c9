// The log as a sheet: one row an entry, oldest first, times in the organization's zone. Before and after are JSON, as they were
// recorded; the writers see to it that nothing in it is run as a formula.
import type { AuditEntry } from '@amity/audit';
import type { ColumnSpec, SheetRow, SheetSpec } from '@amity/documents';
import { DateTime } from 'luxon';

const columns: readonly ColumnSpec[] = [
  { label: 'Number', type: 'integer' },
  { label: 'When', type: 'datetime' },
  { label: 'Who', type: 'text' },
  { label: 'On behalf of', type: 'text' },
  { label: 'Why', type: 'text', width: 40 },
  { label: 'What', type: 'text', width: 12 },
  { label: 'Purpose of reading', type: 'text' },
  { label: 'Fields read', type: 'text' },
  { label: 'Record', type: 'text' },
  { label: 'Id of the record', type: 'text', width: 38 },
  { label: 'Before', type: 'text', width: 60 },
  { label: 'After', type: 'text', width: 60 },
];

export function logSheet(zone: string, entries: AsyncIterable<AuditEntry>): SheetSpec {
  return { name: 'Log', columns, rows: rowsOf(zone, entries) };
}

async function* rowsOf(zone: string, entries: AsyncIterable<AuditEntry>): AsyncGenerator<SheetRow> {
  for await (const e of entries) {
    yield [
      e.number,
      DateTime.fromISO(e.at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
      e.actor,
      e.onBehalfOf?.name,
      e.reason,
      e.action,
      e.purpose,
      e.fields?.join(', '),
      e.subject,
      e.subjectId,
      e.before && JSON.stringify(e.before),
      e.after && JSON.stringify(e.after),
    ];
  }
}
