// Puts other words into every entry of the log that names somebody. See originals.ts for what becomes of the old ones.
import type { ChainColumns } from '@amity/audit';
import type { Id } from '@amity/kernel';
import type { TenantTx } from '../database/tenant-tx.js';
import { conceal } from './originals.js';

export interface Concealed {
  readonly personId: Id;
  /** Ids of what is about them. */
  readonly near: readonly Id[];
  /** One of these stands, folded, in every entry that names them. */
  readonly needles: readonly string[];
}

/** @param rename any JSON value of an entry; what comes back unchanged is left as it is */
export async function concealEntries(
  tx: TenantTx,
  { personId, near, needles }: Concealed,
  rename: <T>(value: T, isNear: boolean) => T,
): Promise<void> {
  const rows = await tx.query<ChainColumns & { near: boolean }>(
    `select e.organization_id as "organizationId", e.id,
       to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor, e.account_id as "accountId",
       e.on_behalf_of as "onBehalfOf", e.on_behalf_of_name as "onBehalfOfName", e.reason, e.action, e.purpose, to_jsonb(e.fields)::text as fields,
       e.subject, e.subject_id as "subjectId", e.before::text as before, e.after::text as after,
       (e.subject_id = any($2) or coalesce(e.on_behalf_of = $3, false)
         or exists (select from jsonb_each_text(coalesce(e.before, '{}') || coalesce(e.after, '{}')) v where v.value = any($2::text[]))) as near
     from audit.entries e
     where e.organization_id = $1 and amity.fold(normalize(concat_ws(' ', e.before::text, e.after::text, e.reason, e.on_behalf_of_name), nfc))
       like any (select '%' || amity.fold(n) || '%' from unnest($4::text[]) n)
     order by e.number`,
    [near, personId, needles.map((needle) => needle.replace(/[\\%_]/g, '\\$&'))],
  );
  for (const { near: isNear, ...entry } of rows) {
    const words = {
      before: renamedJson(entry.before, isNear, rename),
      after: renamedJson(entry.after, isNear, rename),
      reason: rename(entry.reason, isNear),
      onBehalfOfName: rename(entry.onBehalfOfName, isNear),
    };
    const isChanged = words.before !== entry.before || words.after !== entry.after || words.reason !== entry.reason;
    if (isChanged || words.onBehalfOfName !== entry.onBehalfOfName) await conceal(tx, entry, words);
  }
}

function renamedJson(json: string | null, isNear: boolean, rename: <T>(value: T, isNear: boolean) => T): string | null {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  const renamed = rename(value, isNear);
  return renamed === value ? json : JSON.stringify(renamed);
}
