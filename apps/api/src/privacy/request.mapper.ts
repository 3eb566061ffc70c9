import type { Id, LocalDate } from '@amity/kernel';
import { type Archive, daysLeft, type DataRequest, isOpen, mayExtend, type MyRequest, requestFlow } from '@amity/privacy';
import type { ArchiveEntity, RequestEntity } from './request.entities.js';

export interface Around {
  readonly today: LocalDate;
  readonly now: Date;
  readonly person: { readonly id: Id; readonly name: string } | null;
  readonly archive: ArchiveEntity | null;
  readonly isHeld: boolean;
}

export function toRequest(row: RequestEntity, { today, now, person, archive, isHeld }: Around): DataRequest {
  const { id, kind, state, receivedOn, dueOn, extendedBecause, asker, askerName, byLink, wish, identityHow, identityBy, answer, closedOn } =
    row;
  return {
    id,
    person,
    kind,
    state,
    next: [...requestFlow.next(state)],
    receivedOn,
    dueOn,
    daysLeft: daysLeft(row, today),
    mayExtend: mayExtend(row, today),
    extendedBecause,
    asker,
    askerName,
    byLink,
    wish: person === null ? null : wish,
    identityHow,
    identityBy,
    answer: person === null ? null : answer,
    closedOn,
    archive: archive && toArchive(archive, now),
    isHeld: isHeld && isOpen(state),
    version: row.version,
  };
}

function toArchive({ createdAt, until, takenAt, takenBy }: ArchiveEntity, now: Date): Archive {
  const taken = takenAt && takenBy !== null ? { at: takenAt.toISOString(), by: takenBy } : null;
  return { madeAt: createdAt.toISOString(), until: until.toISOString(), taken, isOpen: taken === null && until > now };
}

export function toMyRequest({ id, kind, state, receivedOn, dueOn, extendedBecause }: RequestEntity): MyRequest {
  return { id, kind, state, receivedOn, dueOn, extendedBecause };
}
