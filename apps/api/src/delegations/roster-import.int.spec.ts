import type { MemberActor } from '@amity/access';
import type { Delegate, Delegation, RosterPreview, RosterReport } from '@amity/delegations';
import type { Job } from '@amity/interchange';
import type { Id, ProblemDetails } from '@amity/kernel';
import { aDelegate, aDelegation, aPerson, aRoster } from '@amity/testing';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { multipart } from '../testing/multipart.js';
import { TestWorld } from '../testing/test-world.js';

const people = [
  ['José', 'Núñez', 'jose@example.org', '1987-03-31', 'leader', 'Spanish, English', 'none'],
  ['Zoë', 'Müller', 'zoe@example.org', '1990-12-01', 'delegate', 'German', 'cat'],
  ['Ana', 'Lima', '', '2001-07-14', '', 'Portuguese', ''],
];
const badRows = [
  ['', 'Nameless', 'x@example.org', '', '', '', ''],
  ['Bob', 'Brown', 'bob@', '1990-02-30', 'king', '', 'unicorn'],
];

describe('a roster from a file', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  const upload = (as: MemberActor, id: Id, bytes: Buffer, name = 'roster.csv') => {
    const form = multipart(name, bytes);
    return world.call<RosterPreview & ProblemDetails>('POST', `/api/delegations/${id}/roster/files`, { as, ...form });
  };
  const asImport = ({ fileId, suggestion }: RosterPreview, choices = {}) => ({ fileId, mapping: { columns: suggestion.columns, choices } });
  const dryRun = async (as: MemberActor, id: Id, preview: RosterPreview, choices = {}) =>
    (await world.call<RosterReport>('POST', `/api/delegations/${id}/roster/dry-runs`, { as, body: asImport(preview, choices) })).body;
  const apply = async (as: MemberActor, id: Id, preview: RosterPreview): Promise<Job & { result: RosterReport }> => {
    const started = await world.call<Job>('POST', `/api/delegations/${id}/roster/imports`, { as, body: asImport(preview) });
    expect([started.status, started.body.state]).toEqual([202, 'queued']);
    return ended(as, started.body.id) as Promise<Job & { result: RosterReport }>;
  };
  const ended = (as: MemberActor, jobId: Id) =>
    world.eventually('the import to end', async () => {
      const job = (await world.call<Job>('GET', `/api/interchange/jobs/${jobId}`, { as })).body;
      return ['done', 'failed', 'cancelled'].includes(job.state) && job;
    });
  const roster = async (as: MemberActor, id: Id) =>
    (await world.call<{ items: Delegate[] }>('GET', `/api/delegations/${id}/roster`, { as })).body.items;
  const planned = async (roles?: Parameters<TestWorld['organization']>[0]) => {
    const as = await world.organization(roles);
    return { as, id: (await world.call<Delegation>('POST', '/api/delegations', { as, body: aDelegation() })).body.id };
  };

  it.each([
    ['UTF-8 with commas', (rows: string[][]) => Buffer.from(quoted(rows, ',')), 'utf-8', ','],
    ['UTF-8 with a mark and semicolons', (rows: string[][]) => Buffer.from(`\ufeff${quoted(rows, ';')}`), 'utf-8', ';'],
    ['Latin-1 with semicolons', (rows: string[][]) => iconv.encode(quoted(rows, ';'), 'latin1'), 'windows-1252', ';'],
    ['UTF-16 with tabs', (rows: string[][]) => iconv.encode(`\ufeff${quoted(rows, '\t')}`, 'utf-16le'), 'utf-16le', '\t'],
  ])('in %s is read, its bad rows are named, the rest is taken once', async (_, encode, encoding, separator) => {
    const { as, id } = await planned(['coordinator']);
    const preview = await upload(as, id, encode([...people, ...badRows]));
    expect([preview.status, preview.body.encoding, preview.body.separator, preview.body.rowCount]).toEqual([201, encoding, separator, 5]);
    expect(preview.body.sampleRows[0]?.cells.slice(0, 2)).toEqual(['José', 'Núñez']);

    const report = await dryRun(as, id, preview.body);
    expect(report.counts).toEqual({ new: 3, changed: 0, unchanged: 0, refused: 2, blank: 0 });
    expect(report.refused.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
      [5, 'Given name', '', 'interchange.cell_required'],
      [6, 'E-mail', 'bob@', 'interchange.not_an_email'],
      [6, 'Birth date', '1990-02-30', 'interchange.date_does_not_exist'],
      [6, 'Role', 'king', 'interchange.not_a_choice'],
      [6, 'Pet allergies', 'unicorn', 'interchange.not_a_choice'],
    ]);
    expect(await roster(as, id)).toEqual([]);

    const job = await apply(as, id, preview.body);
    expect([job.state, job.result.counts]).toEqual(['done', { new: 3, changed: 0, unchanged: 0, refused: 2, blank: 0 }]);
    const first = await roster(as, id);
    expect(first.map((d) => [d.person.givenName, d.person.email, d.person.languages, d.role, d.petAllergies])).toEqual([
      ['José', 'jose@example.org', ['es', 'en'], 'leader', []],
      ['Ana', null, ['pt'], 'delegate', []],
      ['Zoë', 'zoe@example.org', ['de'], 'delegate', ['cat']],
    ]);

    const again = await upload(as, id, encode([...people, ...badRows]), 'the same.csv');
    expect(again.body.fileId).toBe(preview.body.fileId);
    expect((await apply(as, id, again.body)).result.counts).toEqual({ new: 0, changed: 0, unchanged: 3, refused: 2, blank: 0 });
    expect(await roster(as, id)).toEqual(first);
  });

  it('with a brother and a sister under one address takes both, once', async () => {
    const { as, id } = await planned(['coordinator']);
    const children = [
      ['Zoë', 'Müller', 'parents@example.org', '2012-12-01', 'delegate', 'German', 'cat'],
      ['Jörg', 'Müller', 'parents@example.org', '2014-03-31', 'delegate', 'German', ''],
      ['Jörg', 'Meier', 'others@example.org', '2014-03-31', 'delegate', 'German', ''],
    ];
    const bytes = Buffer.from(quoted(children, ','));
    const preview = (await upload(as, id, bytes)).body;
    expect((await apply(as, id, preview)).result.counts).toEqual({ new: 3, changed: 0, unchanged: 0, refused: 0, blank: 0 });
    const first = await roster(as, id);
    expect(first.map((d) => [d.person.familyName, d.person.givenName, d.person.birthDate])).toEqual([
      ['Meier', 'Jörg', '2014-03-31'],
      ['Müller', 'Jörg', '2014-03-31'],
      ['Müller', 'Zoë', '2012-12-01'],
    ]);
    const again = (await upload(as, id, bytes)).body;
    expect((await apply(as, id, again)).result.counts).toEqual({ new: 0, changed: 0, unchanged: 3, refused: 0, blank: 0 });
    expect(await roster(as, id)).toEqual(first);
  });

  it('sent by several at once is kept once, says the database as well', async () => {
    const { as, id } = await planned();
    const bytes = Buffer.from(quoted(people, ','));
    const sent = await Promise.all(Array.from({ length: 6 }, () => upload(as, id, bytes)));
    expect([new Set(sent.map((answer) => answer.status)), new Set(sent.map((answer) => answer.body.fileId)).size]).toEqual([
      new Set([201]),
      1,
    ]);
    const copy = world.owner.query(
      `insert into interchange.files (organization_id, id, name, sha256, bytes)
       select organization_id, gen_random_uuid(), name, sha256, bytes from interchange.files where id = $1`,
      [sent[0]?.body.fileId],
    );
    await expect(copy).rejects.toMatchObject({ constraint: 'files_kept_once' });
  });

  it('in a workbook is read, formulas refused', async () => {
    const { as, id } = await planned();
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Roster');
    sheet.addRow(['First name', 'Surname', 'Date of birth', 'Diet']);
    sheet.addRow(['Yuki', 'Sato', new Date('1987-03-31T00:00:00Z'), 'vegan']);
    sheet.addRow(['Ken', { formula: 'A2&"x"', result: 'Yukix' }, null, null]);
    const preview = await upload(as, id, Buffer.from(await book.xlsx.writeBuffer()), 'roster.xlsx');
    expect([preview.body.kind, preview.body.sheet]).toEqual(['xlsx', 'Roster']);
    const job = await apply(as, id, preview.body);
    expect(job.result.refused.map((refusal) => [refusal.line, refusal.code])).toEqual([[3, 'interchange.cell_formula']]);
    expect((await roster(as, id)).map((d) => [d.person.familyName, d.person.birthDate, d.diet])).toEqual([
      ['Sato', '1987-03-31', ['vegan']],
    ]);
  }, 30_000); // each reading starts a thread that loads the reader of workbooks

  it('changes only what it says, and takes over who is known already', async () => {
    const { as, id } = await planned();
    const known = await world.call<{ id: Id }>('POST', '/api/people', {
      as,
      body: aPerson({ givenName: 'Jose', familyName: 'Nunez', email: 'jose@example.org', phone: '1' }),
    });
    await world.call('POST', `/api/delegations/${id}/roster`, {
      as,
      body: aDelegate({
        person: aPerson({ givenName: 'Zoe', familyName: 'Muller', email: 'zoe@example.org' }),
        diet: ['halal'],
        role: 'escort',
      }),
    });
    const preview = (await upload(as, id, Buffer.from(quoted(people, ',')))).body;
    const report = await dryRun(as, id, preview);
    expect(report.counts).toEqual({ new: 2, changed: 1, unchanged: 0, refused: 0, blank: 0 });
    expect(report.changed.flatMap((row) => row.fields.map((field) => field.column))).toEqual([
      'Given name',
      'Family name',
      'Birth date',
      'Role',
      'Languages',
      'Pet allergies',
    ]);
    await apply(as, id, preview);
    const after = await roster(as, id);
    const [jose, zoe] = [after.find((d) => d.role === 'leader'), after.find((d) => d.person.email === 'zoe@example.org')];
    expect([jose?.person.id, jose?.person.givenName, jose?.person.phone]).toEqual([known.body.id, 'José', '1']);
    expect([zoe?.person.givenName, zoe?.diet, zoe?.role]).toEqual(['Zoë', ['halal'], 'delegate']);
    expect((await dryRun(as, id, preview)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, refused: 0, blank: 0 });
  });

  it('asks for the order of dates instead of guessing', async () => {
    const { as, id } = await planned();
    const preview = (await upload(as, id, Buffer.from('First name,Date of birth\nAna,03/04/1990\nBo,05/06/1991\n'))).body;
    const asked = await dryRun(as, id, preview);
    expect([asked.obstacles.map((o) => [o.column, o.choices]), asked.counts.refused]).toEqual([
      [['birthDate', ['day_first', 'month_first']]],
      2,
    ]);
    expect((await dryRun(as, id, preview, { birthDate: 'day_first' })).counts.new).toBe(2);
  });

  it('without a needed column does not begin', async () => {
    const { as, id } = await planned();
    const preview = (await upload(as, id, Buffer.from('Town,Phone\nBrasília,1\n'))).body;
    const refused = await world.call<ProblemDetails>('POST', `/api/delegations/${id}/roster/imports`, { as, body: asImport(preview) });
    expect([refused.status, refused.body.code]).toEqual([422, 'delegations.import_unsettled']);
    expect(refused.body.detail).toContain('Given name is needed for every row.');
  });

  it('is saved whole or not at all', async () => {
    const { as, id } = await planned();
    const preview = (await upload(as, id, Buffer.from(quoted(people, ',')))).body;
    // A rule of the database that the dry run cannot foresee: the last row violates it
    await world.owner.query(
      `alter table delegations.delegates add constraint no_portuguese check (roster_key not like 'name:ana%') not valid`,
    );
    const job = await apply(as, id, preview);
    await world.owner.query(`alter table delegations.delegates drop constraint no_portuguese`);
    expect([job.state, job.problem?.status]).toEqual(['failed', 422]);
    expect(await roster(as, id)).toEqual([]);
    const { rows } = await world.owner.query(`select count(*)::int as people from people.people where organization_id = $1`, [
      as.organizationId,
    ]);
    expect(rows).toEqual([{ people: 0 }]);
    expect((await apply(as, id, preview)).result.counts.new).toBe(3);
  });

  it('leaves nothing when it is cancelled on the way', async () => {
    const { as, id } = await planned();
    const crowd = Array.from({ length: 3_000 }, (_, i) => [`Guest${i}`, 'Crowd', `guest${i}@example.org`, '', '', '', '']);
    const preview = (await upload(as, id, Buffer.from(quoted(crowd, ',')))).body;
    const started = await world.call<Job>('POST', `/api/delegations/${id}/roster/imports`, { as, body: asImport(preview) });
    expect(
      (await world.call<ProblemDetails>('POST', `/api/delegations/${id}/roster/imports`, { as, body: asImport(preview) })).body.code,
    ).toBe('delegations.import_running');
    await world.eventually(
      'the first rows',
      async () => (await world.call<Job>('GET', `/api/interchange/jobs/${started.body.id}`, { as })).body.done > 0,
    );
    await world.call('POST', `/api/interchange/jobs/${started.body.id}/cancel`, { as });
    expect((await ended(as, started.body.id)).state).toBe('cancelled');
    expect(await roster(as, id)).toEqual([]);
    const { rows } = await world.owner.query(`select count(*)::int as people from people.people where organization_id = $1`, [
      as.organizationId,
    ]);
    expect(rows).toEqual([{ people: 0 }]);
  });

  it('is sent again as often as one likes, with the same Idempotency-Key or another file under it', async () => {
    const { as, id } = await planned();
    const send = (bytes: Buffer) => {
      const { body, headers } = multipart('roster.csv', bytes);
      const keyed = { ...headers, 'idempotency-key': 'one-key-for-all' };
      return world.call<RosterPreview>('POST', `/api/delegations/${id}/roster/files`, { as, body, headers: keyed });
    };
    const [first, again, other] = [
      await send(Buffer.from(quoted(people, ','))),
      await send(Buffer.from(quoted(people, ','))),
      await send(Buffer.from(quoted(people.slice(1), ','))),
    ];
    expect([first.status, again.status, other.status]).toEqual([201, 201, 201]);
    expect(again.body).toEqual(first.body);
    expect([first.body.rowCount, other.body.rowCount, other.body.fileId === first.body.fileId]).toEqual([3, 2, false]);
  });

  it('that is too large, missing, no table, or of another organization is refused in words', async () => {
    const [{ as, id }, other] = [await planned(), await planned()];
    const large = await upload(as, id, Buffer.alloc(20_100_000, 'a,b\n'));
    expect([large.status, large.body.code, large.body.detail]).toEqual([
      413,
      'interchange.file_too_large',
      'This file is 21 MB; the limit is 20 MB. Remove pictures and unused sheets, or split it into several files.',
    ]);
    const picture = await upload(as, id, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), 'photo.png');
    expect([picture.status, picture.body.code]).toEqual([422, 'interchange.file_binary']);
    const missing = await world.call<ProblemDetails>('POST', `/api/delegations/${id}/roster/files`, { as, body: {} });
    expect([missing.status, missing.body.code]).toEqual([422, 'delegations.file_missing']);
    const theirs = (await upload(other.as, other.id, Buffer.from(quoted(people, ',')))).body;
    const foreign = [
      await upload(as, other.id, Buffer.from(quoted(people, ','))),
      await world.call('GET', `/api/delegations/${id}/roster/files/${theirs.fileId}`, { as }),
      await world.call('POST', `/api/delegations/${id}/roster/dry-runs`, { as, body: asImport(theirs) }),
      await world.call('POST', `/api/delegations/${id}/roster/imports`, { as, body: asImport(theirs) }),
    ];
    expect(foreign.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
  });
});

/** A roster whose cells with a comma are in quotation marks. */
function quoted(rows: readonly (readonly string[])[], separator: string): string {
  return aRoster(
    rows.map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell))),
    separator,
  );
}
