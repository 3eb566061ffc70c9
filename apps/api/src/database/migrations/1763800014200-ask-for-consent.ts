import type { MigrationInterface, QueryRunner } from 'typeorm';

// Texts of consents, and every decision about one: both are only ever added to. Organizations that were there before go on without
// being asked for consents until they decide to; new ones begin with them.
export class AskForConsent1763800014200 implements MigrationInterface {
  readonly name = 'AskForConsent1763800014200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table privacy.consent_texts (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        purpose text not null check (purpose in ('participation', 'survey', 'follow_up', 'photo', 'quote', 'partner_sharing', 'transfer')),
        language text not null check (length(language) between 2 and 35),
        edition int not null check (edition > 0),
        text text not null check (length(text) between 1 and 4000),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint consent_texts_edition_once unique (organization_id, purpose, language, edition)
      );
      select amity.protect('privacy.consent_texts', 'select, insert');

      create table privacy.consents (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        person_id uuid not null,
        purpose text not null,
        language text not null,
        edition int not null,
        decision text not null check (decision in ('given', 'withdrawn')),
        by text not null check (by in ('self', 'guardian', 'coordinator')),
        guardian_name text check (length(guardian_name) between 1 and 160),
        note text check (length(note) between 1 and 500),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint consents_of_person foreign key (organization_id, person_id) references people.people (organization_id, id),
        constraint consents_to_a_text foreign key (organization_id, purpose, language, edition)
          references privacy.consent_texts (organization_id, purpose, language, edition),
        constraint consents_guardian_is_named check (by <> 'guardian' or guardian_name is not null),
        constraint consents_coordinator_says_how check ((by = 'coordinator') = (note is not null))
      );
      create index consents_of_person on privacy.consents (organization_id, person_id, purpose, id desc);
      select amity.protect('privacy.consents', 'select, insert');

      create table privacy.consent_policies (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        purpose text not null check (purpose in ('survey')),
        is_required boolean not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint consent_policies_once unique (organization_id, purpose)
      );
      insert into privacy.consent_policies (organization_id, id, purpose, is_required)
        select id, gen_random_uuid(), 'survey', false from identity.organizations;
      select amity.protect('privacy.consent_policies');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table privacy.consent_policies, privacy.consents, privacy.consent_texts`);
  }
}
