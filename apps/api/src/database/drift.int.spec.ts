import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { driftOf } from '../testing/drift.js';
import { TestWorld } from '../testing/test-world.js';
import { appDataSource } from './data-source.js';
import { TenantRow } from './tenant-row.js';

@Entity({ schema: 'planted', name: 'things' })
class ThingEntity extends TenantRow {
  @Column('text') name!: string;
  @Column('integer') count!: number;
  @Column('text', { array: true }) tags!: string[];
  @Column('date', { nullable: true }) startsOn!: string | null;
  @Column('text') gone!: string;
}

@Entity({ schema: 'planted', name: 'nowhere' })
class NowhereEntity {
  @PrimaryColumn('uuid') id!: string;
}

describe('entities and tables', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  it('agree on every column: its name, its type, whether it may be missing, whether it is part of the key', async () => {
    const source = world.get(DataSource);
    expect(source.entityMetadatas.length).toBeGreaterThan(10);
    expect(await driftOf(source, world.owner)).toEqual([]);
  });

  it('would be found disagreeing in each of these', async () => {
    await world.owner.query(`create schema planted;
      create table planted.things (
        organization_id uuid not null, id uuid not null, version int not null default 1,
        created_at timestamptz not null default now(), updated_at timestamp not null default now(),
        name text, count bigint not null, tags text not null, starts_on date not null, unknown int,
        search text generated always as (lower(name)) stored, primary key (organization_id, id, name));
      grant usage on schema planted to amity_app`);
    const source = new DataSource({ ...appDataSource(world.database.appUrl), entities: [ThingEntity, NowhereEntity] });
    await source.initialize();
    try {
      expect(await driftOf(source, world.owner)).toEqual([
        'NowhereEntity: there is no table planted.nowhere',
        'ThingEntity.count: type is integer in the entity and bigint in the table',
        'ThingEntity.gone: planted.things has no such column',
        'ThingEntity.name: key is false in the entity and true in the table',
        'ThingEntity.starts_on: nullable is true in the entity and false in the table',
        'ThingEntity.tags: type is text[] in the entity and text in the table',
        'ThingEntity.updated_at: type is timestamp with time zone in the entity and timestamp without time zone in the table',
        'ThingEntity: knows nothing of the column unknown of planted.things',
      ]);
    } finally {
      await source.destroy();
    }
  });
});
