import type { AuditEntry } from '@amity/audit';
import type { AuditEntity } from './audit.entity.js';

export function toAuditEntry(e: AuditEntity): AuditEntry {
  const { id, number, actor, reason, action, purpose, fields, subject, subjectId, before, after } = e;
  return {
    id,
    number,
    at: e.at.toISOString(),
    actor,
    onBehalfOf: e.onBehalfOf && e.onBehalfOfName ? { id: e.onBehalfOf, name: e.onBehalfOfName } : null,
    reason,
    action,
    purpose,
    fields,
    subject,
    subjectId,
    before,
    after,
  };
}
