// The chain of the log: hash(n) = SHA-256(hash(n-1) ‖ form of entry n), hash(0) = 32 zero bytes, one chain an organization.
// The form is every column as PostgreSQL writes it, each with its length before it ("5:hello,", nothing is "-,"), so that no two
// entries have the same form. The database builds the very same text in audit.form(); this file is the second, independent one.

/** The columns of an entry as PostgreSQL writes them; jsonb as its text, `at` in UTC to the microsecond. */
export interface ChainColumns {
  readonly organizationId: string;
  readonly id: string;
  /** `YYYY-MM-DDTHH:mm:ss.ffffffZ` */
  readonly at: string;
  readonly actor: string;
  readonly accountId: string | null;
  readonly onBehalfOf: string | null;
  readonly onBehalfOfName: string | null;
  readonly reason: string | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly fields: string | null;
  readonly subject: string;
  readonly subjectId: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One row of the log with its place; `hash` is hexadecimal. */
export interface ChainEntry extends ChainColumns {
  readonly number: number;
  readonly hash: string;
  /** What it said about its record was erased, so that it no longer follows from the one before; its hash is as it was. */
  readonly erased: boolean;
}

/** SHA-256 of the 32 bytes of `previous` and then of `text` in UTF-8; hashes are hexadecimal. Handed in: a lib has no `node:crypto`. */
export type Sha256 = (previous: string, text: string) => string;

export const genesis = '0'.repeat(64);

/** Which form this is; another set of columns needs another name. */
const formName = 'amity-audit-1';

const columns = [
  'organizationId',
  'id',
  'at',
  'actor',
  'accountId',
  'onBehalfOf',
  'onBehalfOfName',
  'reason',
  'action',
  'purpose',
  'fields',
  'subject',
  'subjectId',
  'before',
  'after',
] as const satisfies readonly (keyof ChainColumns)[];

const utf8 = new TextEncoder();

/** The text of an entry that is hashed. */
export function formOf(entry: ChainColumns): string {
  return part(formName) + columns.map((column) => part(entry[column])).join('');
}

/** The hash of an entry that follows `previous`. */
export function linkOf(previous: string, entry: ChainColumns, sha256: Sha256): string {
  return sha256(previous, formOf(entry));
}

function part(value: string | null): string {
  return value === null ? '-,' : `${utf8.encode(value).length}:${value},`;
}
