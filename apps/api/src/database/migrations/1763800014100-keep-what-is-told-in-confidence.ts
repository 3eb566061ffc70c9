import type { MigrationInterface, QueryRunner } from 'typeorm';

// Sensitive facts of a person, sealed. Who reads them when and why stands in the audit log.
export class KeepWhatIsToldInConfidence1763800014100 implements MigrationInterface {
  readonly name = 'KeepWhatIsToldInConfidence1763800014100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table privacy.facts (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        person_id uuid not null,
        kind text not null check (kind in ('identity_document', 'health', 'diet_medical', 'faith', 'political', 'emergency_contact')),
        value bytea not null check (amity.is_sealed(value)),
        number_index bytea check (octet_length(number_index) = 16),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint facts_of_person foreign key (organization_id, person_id) references people.people (organization_id, id),
        constraint facts_documents_are_found check ((kind = 'identity_document') = (number_index is not null))
      );
      create unique index facts_told_once on privacy.facts (organization_id, person_id, kind)
        where kind not in ('identity_document', 'emergency_contact');
      create index facts_of_person on privacy.facts (organization_id, person_id);
      create index facts_by_number on privacy.facts (organization_id, number_index) where number_index is not null;
      select amity.protect('privacy.facts');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table privacy.facts`);
  }
}
