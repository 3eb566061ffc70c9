// What is different between two versions, so that nobody has to compare two booklets. Applied to the older one the
// differences give the newer one; an item at another time has moved, whatever else changed with it.
import type { ChangedField, ItineraryChange, ItineraryContent, ItineraryItem } from './itinerary.contract.js';

type Head = Omit<ItineraryContent, 'items' | 'withdrawn'>;
/** The parts of a snapshot that people compare. */
export type ComparedContent = Head & Pick<ItineraryContent, 'items'>;

const times: readonly string[] = ['startsAt', 'endsAt', 'zone', 'start', 'end'];

/** @param before null when nothing was published yet: everything is added */
export function itineraryChanges(before: ComparedContent | null, after: ComparedContent): ItineraryChange[] {
  if (!before) return after.items.map((item) => ({ kind: 'added', item }));
  const old = new Map(before.items.map((item) => [item.id, item]));
  const kept = new Set(after.items.map(({ id }) => id));
  const head = changedFields(headOf(before), headOf(after));
  return [
    ...(head.length > 0 ? [{ kind: 'visit' as const, fields: head }] : []),
    ...before.items.filter(({ id }) => !kept.has(id)).map((item) => ({ kind: 'removed' as const, item })),
    ...after.items.flatMap((item) => changeOf(old.get(item.id), item)),
  ];
}

function changeOf(before: ItineraryItem | undefined, after: ItineraryItem): ItineraryChange[] {
  if (!before) return [{ kind: 'added', item: after }];
  const fields = changedFields(before, after);
  if (fields.length === 0) return [];
  const kind = fields.some(({ field }) => times.includes(field)) ? 'moved' : 'changed';
  return [{ kind, id: after.id, title: after.title, zone: after.zone, fields }];
}

/** The newer content, from the older one and the differences; items in the order of time. */
export function applyChanges(before: ComparedContent, changes: readonly ItineraryChange[]): ComparedContent {
  let head: Head = headOf(before);
  const items = new Map(before.items.map((item) => [item.id, item]));
  for (const change of changes) {
    if (change.kind === 'visit') head = { ...head, ...valuesOf(change.fields) };
    else if (change.kind === 'added') items.set(change.item.id, change.item);
    else if (change.kind === 'removed') items.delete(change.item.id);
    else {
      const item = items.get(change.id);
      if (item) items.set(change.id, { ...item, ...valuesOf(change.fields) });
    }
  }
  return { ...head, items: inOrderOfTime([...items.values()]) };
}

/** By start, then end, then id: the same program always reads the same. */
export function inOrderOfTime<T extends { readonly id: string; readonly start: string; readonly end: string }>(items: readonly T[]): T[] {
  return [...items].sort(
    (a, b) => compare(Date.parse(a.start), Date.parse(b.start)) || compare(Date.parse(a.end), Date.parse(b.end)) || compare(a.id, b.id),
  );
}

/** Items that were published once and are in the program no longer. */
export function withdrawnItems(before: ItineraryContent | null, items: readonly ItineraryItem[]): ItineraryItem[] {
  const present = new Set(items.map(({ id }) => id));
  return (before ? [...before.withdrawn, ...before.items] : []).filter(({ id }) => !present.has(id));
}

/** What two versions are compared by: the same text for the same content, whatever the order of its keys. */
export function comparableText({ items, ...content }: ComparedContent): string {
  return JSON.stringify({ ...headOf({ ...content, items }), items }, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
      : value,
  );
}

function headOf({ organization, title, arrivesOn, departsOn, zone, travelling, receiving, emergencyContact }: ComparedContent): Head {
  return { organization, title, arrivesOn, departsOn, zone, travelling, receiving, emergencyContact };
}

function changedFields<T extends Head | ItineraryItem>(before: T, after: T): ChangedField[] {
  const old = new Map<string, ChangedField['from']>(Object.entries(before));
  return Object.entries(after)
    .map(([field, to]) => ({ field, from: old.get(field) ?? null, to: to as ChangedField['to'] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function valuesOf(fields: readonly ChangedField[]): Record<string, ChangedField['to']> {
  return Object.fromEntries(fields.map(({ field, to }) => [field, to]));
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
