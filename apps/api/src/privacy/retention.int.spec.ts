import { createHash } from 'node:crypto';
import type { Break } from '@amity/audit';
import type { MemberActor } from '@amity/access';
import type { Id, Page, ProblemDetails } from '@amity/kernel';
import {
  type DeletionCertificate,
  type LegalHold,
  type LegalHolds,
  retentionClasses,
  retentionKeys,
  type RetentionOverview,
} from '@amity/privacy';
import { DataSource } from 'typeorm';
import { Chains } from '../audit/chain.service.js';
import { CheckpointFile } from '../audit/checkpoint-file.js';
import { Tenants } from '../database/tenants.js';
import { readPdf } from '../documents/testing/pdf-text.js';
import { age, keepEverything, today } from '../testing/kept-records.js';
import { TestWorld } from '../testing/test-world.js';
import { RetentionRun } from './retention-run.js';
import { RetentionWorker } from './retention.worker.js';

const canary = 'Canary51';

describe('retention', () => {
  let world: TestWorld;
  let as: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization(['administrator', 'coordinator']);
  });

  const overview = async () => (await world.call<RetentionOverview>('GET', '/api/privacy/retention', { as })).body;
  const run = () => world.get(RetentionRun).run(as.organizationId, new Date());
  const certificates = async () =>
    (await world.call<Page<DeletionCertificate>>('GET', '/api/privacy/certificates', { as })).body.items.sort((a, b) =>
      a.key < b.key ? -1 : 1,
    );
  const hold = (subject: object, reason = 'court order 12') =>
    world.call<LegalHold & ProblemDetails>('POST', '/api/privacy/holds', { as, body: { ...subject, reason } });
  const broken = async (): Promise<Break | null> => {
    const { rows } = await world.owner.query<{ slug: string }>('select slug from identity.organizations where id = $1', [
      as.organizationId,
    ]);
    const chains = new Chains(world.get(DataSource), world.get(Tenants), new CheckpointFile('/nonexistent/checkpoints.jsonl'));
    for await (const verdict of chains.verify(rows[0]?.slug)) return verdict.broken;
    throw new Error('no verdict');
  };
  const logged = async (): Promise<number> =>
    (
      await world.owner.query(`select 1 from audit.entries e where organization_id = $1 and e::text ilike $2`, [
        as.organizationId,
        `%${canary}%`,
      ])
    ).rowCount ?? 0;
  const every = Object.fromEntries(retentionKeys.map((key) => [key, 1]));

  it('begins with the defaults, and is changed within bounds by one person at a time', async () => {
    const { items } = await overview();
    expect(items.map(({ key, keep, coming, held }) => [key, keep, coming, held])).toEqual(
      retentionKeys.map((key) => [key, retentionClasses[key].keep, [], 0]),
    );
    const [policy] = items;
    const change = (count: number, version: number) =>
      world.call<RetentionOverview & ProblemDetails>('PUT', `/api/privacy/retention/${policy?.id}`, {
        as,
        body: { keep: { count, unit: 'days' } },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await change(45, 1)).body.items[0]).toMatchObject({ keep: { count: 45, unit: 'days' }, version: 2 });
    expect([(await change(50, 1)).body.code, (await change(400, 2)).body.code, (await change(0, 2)).status]).toEqual([
      'kernel.stale_version',
      'privacy.period_out_of_bounds',
      422,
    ]);
  });

  it('looks ahead in numbers and days, and says nothing of what it is', async () => {
    await keepEverything(world, as, canary);
    const seen = await overview();
    const coming = Object.fromEntries(seen.items.map(({ key, coming }) => [key, coming.reduce((sum, { count }) => sum + count, 0)]));
    expect(coming).toMatchObject({
      identity_documents: 1,
      medical_facts: 1,
      delegate_needs: 1,
      dialogue_notes: 1,
      survey_links: 0,
      screening_evidence: 0,
      import_files: 1,
    });
    expect(seen.items[0]?.coming.every(({ on }) => on > today && on <= seen.until)).toBe(true);
    expect(JSON.stringify(seen)).not.toContain(canary);
  });

  it('deletes of each class what is due, once, with a certificate; the log keeps that it went and stays whole', async () => {
    await keepEverything(world, as, canary);
    expect(await run()).toEqual({});
    await age(world, as);
    expect(await logged()).toBeGreaterThan(5);
    const [first, second] = await Promise.all([run(), run()]);
    const sum = Object.fromEntries(retentionKeys.map((key) => [key, (first?.[key] ?? 0) + (second?.[key] ?? 0)]));
    expect(sum).toEqual({ ...every, letters: 3, screening_evidence: 2 });
    const evidence = await certificates();
    expect(evidence.map(({ key, count, ranOn, policyVersion }) => [key, count, ranOn, policyVersion])).toEqual(
      [...retentionKeys].sort().map((key) => [key, sum[key], today, 1]),
    );
    expect(await run()).toEqual({});
    const { rows } = await world.owner.query(
      `select (select count(*)::int from privacy.facts where organization_id = $1) as facts, (select count(*)::int from interchange.files where organization_id = $1) as files,
         (select count(*)::int from messages.mail where organization_id = $1) as letters, (select count(*)::int from hosting.checks where organization_id = $1) as checks,
         (select count(*)::int from outcomes.invitations where organization_id = $1 and delegate_id is not null) as links,
         (select count(*)::int from outcomes.invitations where organization_id = $1) as invitations,
         (select count(*)::int from visits.appointments where organization_id = $1 and notes is not null) as notes`,
      [as.organizationId],
    );
    expect(rows).toEqual([{ facts: 0, files: 0, letters: 0, checks: 0, links: 0, invitations: 1, notes: 0 }]);
    const roster = await world.owner.query<{ of: string }>(
      `select subject as of from audit.entries e where organization_id = $1 and e::text ilike $2 group by subject order by 1`,
      [as.organizationId, `%${canary}%`],
    );
    expect(roster.rows).toEqual([{ of: 'hosting.households' }, { of: 'people.people' }]); // the family and the person stay on their lists
    expect(await broken()).toBeNull();
    const waves = await world.call<Page<{ flow: { invited: number } }>>('GET', '/api/outcomes/waves', { as });
    expect(waves.body.items.map(({ flow }) => flow.invited)).toEqual([1]);
  });

  it('certifies by a digest that anybody with the ids can compute, on a paper that names nobody', async () => {
    const { personId } = await keepEverything(world, as, canary);
    const { rows } = await world.owner.query<{ id: Id }>(`select id from privacy.facts where person_id = $1 and kind = 'health'`, [
      personId,
    ]);
    await age(world, as);
    await run();
    const certificate = (await certificates()).find(({ key }) => key === 'medical_facts');
    expect(certificate?.digest).toBe(
      createHash('sha256')
        .update(rows[0]?.id ?? '')
        .digest('hex'),
    );
    const paper = await world.call<Buffer>('GET', `/api/privacy/certificates/${certificate?.id}/paper`, { as });
    const text = readPdf(paper.body).pages.join(' ').replace(/\s+/g, ' ');
    expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(text).toContain('Health and medical diet of travellers');
    expect(text.includes(canary) || text.includes(personId)).toBe(false);
  });

  it('leaves alone what is held, whoever tries, until it is released', async () => {
    const kept = await keepEverything(world, as, canary);
    await age(world, as);
    const { body: held, status } = await hold({ personId: kept.personId });
    expect([status, held.kind, held.name, held.placedBy]).toEqual([201, 'person', `${canary} Silva`, 'Ada']);
    expect(await run()).toEqual({ confidences_at_rest: 1, letters: 1, screening_evidence: 2 });
    expect((await overview()).items.map(({ held: count }) => count)).toEqual([1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 2]);

    const { rows } = await world.owner.query<{ id: Id }>(`select id from privacy.facts where person_id = $1`, [kept.personId]);
    const byHand = await world.call<ProblemDetails>('DELETE', `/api/privacy/people/${kept.personId}/facts/${rows[0]?.id}`, {
      as,
      headers: { 'if-match': '"1"' },
    });
    expect([byHand.status, byHand.body.code]).toEqual([409, 'privacy.under_legal_hold']);
    for (const statement of [
      `delete from privacy.facts where person_id = '${kept.personId}'`,
      `update outcomes.invitations set delegate_id = null where delegate_id = '${kept.delegateId}'`,
      `update visits.appointments set notes = null where id = '${kept.appointmentId}'`,
      `delete from interchange.files where about = '${kept.delegationId}'`,
      `delete from messages.mail where about = '${kept.delegationId}'`,
      `update interchange.jobs set result_sealed = null where input->>'delegationId' = '${kept.delegationId}'`,
      `update delegations.delegates set needs_gone_at = now() where id = '${kept.delegateId}'`,
      `delete from delegations.delegates where id = '${kept.delegateId}'`,
    ])
      await expect(world.owner.query(statement)).rejects.toMatchObject({ constraint: 'under_legal_hold' });

    expect([
      (await hold({ personId: kept.personId })).body.code,
      (await hold({})).status,
      (await hold({ personId: kept.personId, delegationId: kept.delegationId })).status,
    ]).toEqual(['privacy.held_already', 422, 422]);
    const release = () =>
      world.call<LegalHold & ProblemDetails>('POST', `/api/privacy/holds/${held.id}/release`, {
        as,
        body: { reason: 'case closed' },
        headers: { 'if-match': '"1"' },
      });
    expect((await release()).body).toMatchObject({ releasedBy: 'Ada', releaseReason: 'case closed' });
    expect((await release()).body.code).toBe('privacy.hold_released');
    expect(Object.keys(await run()).sort()).toEqual(
      retentionKeys.filter((key) => key !== 'confidences_at_rest' && key !== 'screening_evidence').sort(),
    );
  });

  it('holds a delegation with everybody in it', async () => {
    const kept = await keepEverything(world, as, canary);
    await age(world, as);
    expect((await hold({ delegationId: kept.delegationId })).body).toMatchObject({ kind: 'delegation', name: 'Quiet talks' });
    expect(await run()).toEqual({ confidences_at_rest: 1, letters: 1, screening_evidence: 2 });
    const blind = await world.member(as, ['administrator']);
    const { body } = await world.call<LegalHolds>('GET', '/api/privacy/holds', { as: blind });
    expect(body.items.map(({ kind, reason }) => [kind, reason])).toEqual([['delegation', 'court order 12']]);
  });

  it('never tells who is held to somebody who may not know them', async () => {
    const kept = await keepEverything(world, as, canary);
    await hold({ personId: kept.personId });
    const blind = await world.member(as, ['administrator']);
    const { body } = await world.call<LegalHolds>('GET', '/api/privacy/holds', { as: blind });
    expect(body.items.map(({ name }) => name)).toEqual([null]);
    expect((await world.call('POST', '/api/privacy/holds', { as: blind, body: { personId: kept.personId, reason: 'x' } })).status).toBe(
      404,
    );
  });

  it('runs every night, a job for each organization, and reaches no other', async () => {
    await keepEverything(world, as, canary);
    await age(world, as);
    const others = await world.organization(['administrator', 'coordinator']);
    await world.get(RetentionRun).run(others.organizationId, new Date());
    expect(await certificates()).toEqual([]);
    await world.get(RetentionWorker).fallNight();
    await world.eventually('the night has passed', async () => (await certificates()).length === retentionKeys.length);
    expect((await world.call<Page<DeletionCertificate>>('GET', '/api/privacy/certificates', { as: others })).body.items).toEqual([]);
  });

  it('is held to its shape by the database', async () => {
    await overview();
    await world.owner.query(`select set_config('app.organization_id', $1, false)`, [as.organizationId]);
    await expect(world.owner.query(`update privacy.retention_policies set keep_count = 0`)).rejects.toMatchObject({
      constraint: 'retention_policies_end',
    });
    const insert = (columns: string, values: string) =>
      world.owner.query(
        `insert into privacy.legal_holds (organization_id, id, reason, placed_by, ${columns}) values ($1, gen_random_uuid(), 'x', 'Ada', ${values})`,
        [as.organizationId],
      );
    await expect(insert('person_id', 'null')).rejects.toMatchObject({ constraint: 'legal_holds_of_one' });
    await expect(insert('person_id', 'gen_random_uuid()')).rejects.toMatchObject({ constraint: 'legal_holds_of_person' });
    const { personId } = await keepEverything(world, as, canary);
    await expect(insert('person_id, released_at', `'${personId}', now()`)).rejects.toMatchObject({
      constraint: 'legal_holds_released_with_a_reason',
    });
  });
});
