import { addDays, type LocalDate } from '@amity/kernel';
import {
  type DeletionCertificate,
  endOf,
  type KeptRecord,
  type LegalHold,
  type Period,
  retentionClasses,
  type RetentionPolicy,
  whatGoes,
} from '@amity/privacy';
import type { DeletionCertificateEntity, LegalHoldEntity, RetentionPolicyEntity } from './retention.entities.js';

export const keepOf = ({ keepCount, keepUnit }: { keepCount: number; keepUnit: Period['unit'] }): Period => ({
  count: keepCount,
  unit: keepUnit,
});

/** Numbers and days only: the preview never says what it is. */
export function toPolicy(row: RetentionPolicyEntity, records: readonly KeptRecord[], today: LocalDate, until: LocalDate): RetentionPolicy {
  const keep = keepOf(row);
  const { purpose, from, fate, least, most } = retentionClasses[row.key];
  const { goes } = whatGoes(records, keep, until);
  const counts = new Map<LocalDate, number>();
  for (const record of goes) {
    const due = record.from === null ? until : endOf(record.from, keep);
    const on = due <= today ? addDays(today, 1) : due; // overdue: with the next run, tonight
    counts.set(on, (counts.get(on) ?? 0) + 1);
  }
  const coming = [...counts].map(([on, count]) => ({ on, count })).sort((a, b) => (a.on < b.on ? -1 : 1));
  const held = whatGoes(records, keep, today).held.length;
  return { id: row.id, key: row.key, keep, least, most, purpose, from, fate, held, coming, version: row.version };
}

export function toCertificate(row: DeletionCertificateEntity): DeletionCertificate {
  const { id, key, ranOn, count, policyVersion, digest } = row;
  return { id, key, ranOn, count, keep: keepOf(row), policyVersion, digest, at: row.createdAt.toISOString() };
}

export function toHold(row: LegalHoldEntity, name: string | null): LegalHold {
  const { id, reason, placedBy, releasedBy, releaseReason, version } = row;
  return {
    id,
    kind: row.personId === null ? 'delegation' : 'person',
    name,
    reason,
    placedBy,
    since: row.createdAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
    releasedBy,
    releaseReason,
    version,
  };
}
