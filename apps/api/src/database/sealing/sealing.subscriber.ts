// The one place where rows are opened after reading, whatever query brought them.
import type { EntitySubscriberInterface, LoadEvent, ObjectLiteral } from 'typeorm';
import type { KeyRing } from './key-ring.js';
import { columnOf, sealedColumnsOf } from './sealed.js';

export class SealingSubscriber implements EntitySubscriberInterface<ObjectLiteral> {
  constructor(private readonly ring: KeyRing) {}

  afterLoad(row: ObjectLiteral, event?: LoadEvent<ObjectLiteral>): Promise<void> | undefined {
    if (!event) return undefined;
    const sealed = sealedColumnsOf(event.metadata.target).filter(({ property }) => Buffer.isBuffer(row[property]));
    if (sealed.length === 0) return undefined;
    const keys = this.ring.of(event.queryRunner);
    const id: unknown = row['id'];
    if (typeof id !== 'string') throw new Error(`Read the id of ${event.metadata.name} too: its sealed columns open by it.`);
    const waits = sealed.flatMap(({ property }) => {
      const place = { table: event.metadata.tablePath, column: columnOf(event.metadata, property), row: id };
      const value = keys.unseal(place, row[property] as Buffer); // filtered above
      if (value instanceof Promise) return [value.then((later) => void (row[property] = later))];
      row[property] = value;
      return [];
    });
    return waits.length > 0 ? Promise.all(waits).then(() => undefined) : undefined;
  }
}
