import type { MemberActor } from '@amity/access';
import type { Delegation, DelegationState } from '@amity/delegations';
import { aDelegate, anAppointment } from '@amity/testing';
import { AppointmentDraft } from '@amity/visits';
import { Tenants } from '../database/tenants.js';
import { Outbox } from '../messages/index.js';
import { TestWorld } from '../testing/test-world.js';
import { Program } from '../testing/visits-program.js';
import { Appointments } from './appointments.service.js';

describe('what an appointment holds', () => {
  let world: TestWorld;
  let as: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
    as = await world.organization(['coordinator']);
  });
  afterAll(() => world.close());

  /** People by given name and sites by name, of appointments that stand. */
  const held = async (program: Program): Promise<string[]> => {
    const { rows } = await world.owner.query<{ who: string }>(
      `select coalesce(p.given_name, s.name) as who from visits.bookings b join visits.appointments a on a.id = b.appointment_id
       left join people.people p on p.id = b.person_id left join visits.sites s on s.id = b.site_id
       where b.active and a.visit_id = $1 order by 1`,
      [program.visit.id],
    );
    return rows.map(({ who }) => who);
  };
  const holds = (program: Program, wanted: readonly string[]) =>
    world.eventually(
      `the appointments to hold ${wanted.join(', ') || 'nobody'}`,
      async () => String(await held(program)) === String(wanted),
    );
  const leave = (program: Program, at: number) =>
    world.call('DELETE', `/api/delegations/${program.delegation.id}/roster/${program.people[at]?.id}`, {
      as,
      headers: { 'if-match': '"1"' },
    });
  const move = async (program: Program, state: DelegationState) => {
    const { id } = program.delegation;
    const { version } = (await world.call<Delegation>('GET', `/api/delegations/${id}`, { as })).body;
    const headers = { 'if-match': `"${version}"` };
    expect((await world.call('POST', `/api/delegations/${id}/state`, { as, body: { state }, headers })).status).toBe(200);
  };

  it('lets somebody go who leaves the roster, and they can be booked elsewhere', async () => {
    const [program, other] = [await Program.of(world, as, ['Uma', 'Vera']), await Program.of(world, as, ['Wim'])];
    await program.plan();
    await other.plan({ interpreterIds: [] });
    const person = { id: program.personId(0) };
    expect((await world.call('POST', `/api/delegations/${other.delegation.id}/roster`, { as, body: aDelegate({ person }) })).status).toBe(
      201,
    );
    const elsewhere = { everyone: false, participantIds: [program.personId(0)], startsAt: '2026-05-05T09:30', endsAt: '2026-05-05T10:00' };
    expect((await other.try(elsewhere)).status).toBe(409);
    expect((await leave(program, 0)).status).toBe(204);
    await holds(program, ['Vera']);
    expect((await other.try(elsewhere)).status).toBe(201);
  });

  it('keeps somebody who left the roster and still interprets', async () => {
    const program = await Program.of(world, as, ['Xena', 'Yara']);
    await program.plan({ interpreterIds: [program.personId(0)] });
    await leave(program, 0);
    await leave(program, 1);
    await holds(program, ['Xena']);
  });

  it('lets everybody and the site go when the delegation is called off, books nobody until it is taken up again', async () => {
    const program = await Program.of(world, as, ['Zoe']);
    const site = await program.site({ name: 'Small hall', oneGroupAtATime: true });
    const made = await program.plan({ siteId: site.id });
    expect(await held(program)).toEqual(['Small hall', 'Zoe']);
    await move(program, 'cancelled');
    await holds(program, []);
    const other = await Program.of(world, as, ['Abel']);
    expect((await other.try({ siteId: site.id })).status).toBe(201);
    expect((await program.change(made, { title: 'Another title' })).status).toBe(200);
    expect(await held(program)).toEqual([]);
  });

  it('stays when the news of a calling off comes after it was undone', async () => {
    const program = await Program.of(world, as, ['Bela']);
    await program.plan();
    const tell = () =>
      world
        .get(Tenants)
        .write(as, (tx) => world.get(Outbox).publish(tx, { kind: 'delegations.cancelled', delegationId: program.delegation.id }));
    await tell();
    await world.eventually(
      'the news to be delivered',
      async () =>
        (
          await world.owner.query(
            `select from messages.deliveries d join messages.events e on e.id = d.event_id where e.payload ->> 'delegationId' = $1 and d.handler = 'visits.let_go'`,
            [program.delegation.id],
          )
        ).rowCount === 1,
    );
    expect(await held(program)).toEqual(['Bela']);
  });

  it('is nobody who leaves the roster while they are being booked: the leaving waits for the booking', async () => {
    const program = await Program.of(world, as, ['Quin']);
    const isBegun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const booking = world.get(Tenants).write(as, async (tx) => {
      await world.get(Appointments).create(tx, program.visit.id, AppointmentDraft.parse(anAppointment()));
      isBegun.resolve();
      await mayEnd.promise;
    });
    await isBegun.promise;
    const leaving = leave(program, 0);
    await new Promise((resolve) => setTimeout(resolve, 2_000)); // long enough for the news to arrive, were it not made to wait
    mayEnd.resolve();
    await Promise.all([booking, leaving]);
    await holds(program, []);
  });

  it('is nothing for people who are booked and taken off at the same moment, many at once', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `Pat${i}`);
    const program = await Program.of(world, as, names);
    await Promise.all([
      ...names.map((_, i) => leave(program, i)),
      ...names.map((_, i) => program.try({ startsAt: `2026-05-05T1${i}:00`, endsAt: `2026-05-05T1${i}:30` })),
    ]);
    await holds(program, []);
  });
});
