import type { MemberActor } from '@amity/access';
import { addDays, type Page, type ProblemDetails } from '@amity/kernel';
import type {
  Indicator,
  InvitationLink,
  InvitationList,
  LettersSent,
  Measurement,
  MeasurementList,
  Survey,
  Wave,
  WaveResults,
} from '@amity/outcomes';
import { Organizations } from '../access/index.js';
import { TestWorld } from '../testing/test-world.js';
import { anIndicator, Desk, experience, today, travellers } from '../testing/outcomes-desk.js';

describe('outcomes', () => {
  let world: TestWorld;
  let as: MemberActor;
  let desk: Desk;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    as = await world.organization(['program_officer', 'coordinator']);
    desk = new Desk(world, as);
  });
  afterAll(() => world.close());

  describe('an indicator', () => {
    it('moves toward its target with what was measured; a stale change is refused with both versions', async () => {
      const { body: made, status } = await desk.post<Indicator>('indicators', anIndicator());
      expect([status, made.actual.value, made.progress, made.version]).toEqual([201, null, { state: 'unknown', share: null }, 1]);
      await desk.post(`indicators/${made.id}/measurements`, { value: 4, measuredOn: '2026-05-01' });
      await desk.post(`indicators/${made.id}/measurements`, { value: 7, measuredOn: '2026-06-01', note: 'By telephone' });
      const { body: seen } = await desk.get<Indicator>(`indicators/${made.id}`);
      expect([seen.actual.value, seen.actual.measuredOn, seen.measurementCount, seen.progress]).toEqual([
        7,
        '2026-06-01',
        2,
        { state: 'under_way', share: 0.5 },
      ]);
      expect((await desk.put<Indicator>(`indicators/${made.id}`, 1, anIndicator({ target: 7 }))).body.progress.state).toBe('reached');
      const stale = await desk.put(`indicators/${made.id}`, 1, anIndicator({ target: 20 }));
      expect([stale.status, stale.body.code, stale.body['yours'], stale.body['currentVersion']]).toEqual([
        412,
        'kernel.stale_version',
        1,
        2,
      ]);
      expect(stale.body['current']).toEqual((await desk.get(`indicators/${made.id}`)).body);
    });

    it('is measured once a day, and what was measured can be corrected and taken back', async () => {
      const { id } = (await desk.post<Indicator>('indicators', anIndicator())).body;
      const { body: first } = await desk.post<Measurement>(`indicators/${id}/measurements`, { value: 4.5, measuredOn: '2026-05-01' });
      const again = await desk.post(`indicators/${id}/measurements`, { value: 5, measuredOn: '2026-05-01' });
      expect([again.status, again.body.code, again.body['measurement']]).toEqual([409, 'outcomes.measured_already', first]);
      const { body: second } = await desk.post<Measurement>(`indicators/${id}/measurements`, { value: 5, measuredOn: '2026-05-02' });
      expect((await desk.put(`measurements/${second.id}`, 1, { value: 5, measuredOn: '2026-05-01' })).body.code).toBe(
        'outcomes.measured_already',
      );
      expect((await desk.put<Measurement>(`measurements/${second.id}`, 1, { value: 6, measuredOn: '2026-05-03' })).body.value).toBe(6);
      const gone = await world.call('DELETE', `/api/outcomes/measurements/${first.id}`, { as, headers: { 'if-match': '"1"' } });
      const { items } = (await desk.get<MeasurementList>(`indicators/${id}/measurements`)).body;
      expect([gone.status, items.map(({ value, measuredOn }) => [value, measuredOn])]).toEqual([204, [[6, '2026-05-03']]]);
    });

    it('of a survey takes nothing by hand and only what its instrument has', async () => {
      await desk.get('instruments');
      const survey = { source: 'survey', instrumentKey: 'trust', moment: 'post' } as const;
      const wrong = await desk.post('indicators', anIndicator({ ...survey, measure: 'scale:learning' }));
      expect([wrong.status, wrong.body.code, wrong.body.errors?.map(({ path }) => path)]).toEqual([
        422,
        'outcomes.measure_unknown',
        ['measure'],
      ]);
      const { body } = await desk.post<Indicator>('indicators', anIndicator({ ...survey, measure: 'scale:total' }));
      expect(body.measureLabel).toBe('Trust: All items together');
      expect((await desk.post(`indicators/${body.id}/measurements`, { value: 4, measuredOn: '2026-05-01' })).body.code).toBe(
        'outcomes.not_measured',
      );
    });

    it('is unknown to everybody else', async () => {
      const { id } = (await desk.post<Indicator>('indicators', anIndicator())).body;
      const { wave } = await desk.openSurvey(await desk.delegationOf(['Ana']));
      const other = await world.organization(['program_officer']);
      const paths = [`indicators/${id}`, `indicators/${id}/measurements`, `waves/${wave.id}`, `waves/${wave.id}/results`];
      const refused = await Promise.all(
        [...paths, `waves/${wave.id}/invitations`, `report?delegationId=${wave.delegationId}`].map((path) => desk.get(path, other)),
      );
      expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
      const lists = await Promise.all(['indicators', 'waves'].map((path) => desk.get<Page<unknown>>(path, other)));
      expect(lists.map(({ body }) => body.total)).toEqual([0, 0]);
    });
  });

  describe('a survey', () => {
    it('writes to every delegate with a link of their own, once', async () => {
      const delegationId = await desk.delegationOf(travellers);
      const { wave, links } = await desk.openSurvey(delegationId);
      expect([wave.state, wave.flow, wave.withoutEmail, new Set(links).size]).toEqual([
        'open',
        { invited: 6, answered: 0, rate: { share: 0, low: 0, high: expect.closeTo(0.39, 2) as number } },
        0,
        6,
      ]);
      const again = await desk.post('waves', await desk.draftOf(delegationId));
      expect([again.status, again.body.code, again.body['waveId']]).toEqual([409, 'outcomes.wave_exists', wave.id]);
      expect((await desk.post<LettersSent>(`waves/${wave.id}/reminders`)).body).toEqual({
        sent: 0,
        alreadyToday: 6,
        withoutEmail: 0,
        withoutConsent: 0,
      });
      const nobody = await desk.post('waves', await desk.draftOf(await desk.delegationOf([])));
      expect([nobody.status, nobody.body.code]).toEqual([409, 'outcomes.nobody_to_invite']);
      expect((await desk.get<Page<Wave>>('waves')).body.items).toEqual([wave]);
    });

    it('writes to nobody who has not consented, makes no link for them, and writes when they have', async () => {
      const delegationId = await desk.delegationOf(['Ana'], false);
      const { wave, links } = await desk.openSurvey(delegationId);
      const list = async () => (await desk.get<InvitationList>(`waves/${wave.id}/invitations`)).body.items;
      const [ana] = await list();
      expect([links, ana?.withoutConsent, ana?.lastLetterOn]).toEqual([[], true, null]);
      const refused = await desk.post(`invitations/${ana?.id}/link`);
      expect([refused.status, refused.body.code]).toEqual([409, 'outcomes.no_consent']);
      const remind = async () => (await desk.post<LettersSent>(`waves/${wave.id}/reminders`)).body;
      expect(await remind()).toEqual({ sent: 0, alreadyToday: 0, withoutEmail: 0, withoutConsent: 1 });
      await desk.consentOf(delegationId);
      expect([await remind(), (await list())[0]?.withoutConsent]).toEqual([
        { sent: 1, alreadyToday: 0, withoutEmail: 0, withoutConsent: 0 },
        false,
      ]);
    });

    it('is answered once by a link, in the asked words; faults name each question', async () => {
      const { wave, links } = await desk.openSurvey(await desk.delegationOf(['Ana', 'Bia']));
      const [link = '', unused = ''] = links;
      const mine = () => world.call<Survey>('GET', '/api/outcomes/surveys/mine', { link });
      const { body } = await mine();
      expect([body.state, body.name, body.items.map(({ key }) => key)]).toEqual([
        'open',
        'Program experience',
        ['satisfaction', 'learning', 'used_since', 'changed_at_home', 'harm'],
      ]);
      const wrong = await desk.send(link, [
        { key: 'satisfaction', number: 6 },
        { key: 'learning', text: 'much' },
        { key: 'weather', number: 1 },
        { key: 'harm', number: 1 },
      ]);
      expect([wrong.status, wrong.body.code, wrong.body.errors]).toEqual([
        422,
        'kernel.invalid',
        [
          { path: 'satisfaction', detail: 'Choose a number from 1 to 5.' },
          { path: 'learning', detail: 'Choose a number here.' },
          { path: 'weather', detail: 'This survey has no such question.' },
          { path: 'harm', detail: 'Write words here.' },
          { path: 'used_since', detail: 'This question still needs an answer.' },
        ],
      ]);
      expect((await desk.send(link, experience(5, [{ key: 'harm', text: 'a dog' }]))).body).toEqual({ answered: 4 });
      const second = await desk.send(link, experience(1));
      expect([second.status, second.body.code]).toEqual([409, 'outcomes.answered_already']);
      expect((await mine()).body).toMatchObject({ state: 'answered', items: [] });
      await desk.put(`waves/${wave.id}/dates`, 1, { opensOn: addDays(today(), -9), closesOn: addDays(today(), -1) });
      expect((await desk.send(unused, experience(1))).body.code).toBe('outcomes.survey_closed');
      expect((await desk.send('nobody-made-this-link', experience(1))).body.code).toBe('access.link_unknown');
    });

    it('sent twenty times at once by one link is stored once', async () => {
      const { links } = await desk.openSurvey(await desk.delegationOf(['Ana']));
      const sent = await Promise.all(Array.from({ length: 20 }, (_, i) => desk.send(links[0] ?? '', experience(1 + (i % 5)))));
      expect(sent.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
      const { rows } = await world.owner.query(`select count(*)::int as n from outcomes.answers where organization_id = $1`, [
        as.organizationId,
      ]);
      expect(rows).toEqual([{ n: 3 }]);
    });

    it('gives a new link by hand, and the letters’ link ends', async () => {
      const { wave, links } = await desk.openSurvey(await desk.delegationOf(['Ana']));
      const { items } = (await desk.get<InvitationList>(`waves/${wave.id}/invitations`)).body;
      const { body } = await desk.post<InvitationLink>(`invitations/${items[0]?.id}/link`);
      const [old, fresh] = [await desk.send(links[0] ?? '', experience(3)), await desk.send(body.url.split('#')[1] ?? '', experience(3))];
      expect([old.body.code, fresh.status]).toEqual(['access.link_unknown', 201]);
    });

    it('tells nobody who has answered while few have: no version, no entry of the audit log, no link, no reminder', async () => {
      const auditor = await world.member(as, ['administrator', 'program_officer']);
      const { wave, links } = await desk.openSurvey(await desk.delegationOf(travellers));
      await world.owner.query(`update outcomes.invitations set lettered_at = now() - interval '3 days' where wave_id = $1`, [wave.id]);
      const invitations = async () => (await desk.get<InvitationList>(`waves/${wave.id}/invitations`)).body;
      const entries = async () => (await world.call<Page<unknown>>('GET', '/api/audit/entries?limit=100', { as: auditor })).body;
      await world.eventually(
        'every letter to be kept',
        async () => (await world.owner.query(`select from messages.mail where state = 'queued'`)).rowCount === 0,
      );
      const [listed, written] = [await invitations(), await entries()];
      await desk.answerAll(links.slice(0, 2), [experience(5), experience(4)]);
      const withheld = { ...listed, items: listed.items.map((each) => ({ ...each, answered: null })) };
      expect([await invitations(), await entries()]).toEqual([withheld, written]);

      const made = await Promise.all(listed.items.map(({ id }) => desk.post<InvitationLink>(`invitations/${id}/link`)));
      expect(made.map(({ status }) => status)).toEqual(travellers.map(() => 201));
      const link = made[0]?.body.url.split('#')[1] ?? '';
      expect((await world.call<Survey>('GET', '/api/outcomes/surveys/mine', { link })).body).toMatchObject({
        state: 'answered',
        items: [],
      });

      expect((await desk.post<LettersSent>(`waves/${wave.id}/reminders`)).body).toEqual({
        sent: 6,
        alreadyToday: 0,
        withoutEmail: 0,
        withoutConsent: 0,
      });
      const after = await invitations();
      expect(new Set(after.items.map(({ lastLetterOn, linkMade, version }) => `${lastLetterOn} ${linkMade} ${version}`)).size).toBe(1);
      const { rows } = await world.owner.query(
        `select count(*)::int as letters, count(distinct recipient)::int as people from messages.mail where organization_id = $1 and subject like 'Still time%'`,
        [as.organizationId],
      );
      expect(rows).toEqual([{ letters: 6, people: 6 }]);
    });

    it('whose link has expired says so, and whom to ask', async () => {
      const { links } = await desk.openSurvey(await desk.delegationOf(['Ana']));
      await world.owner.query(`update identity.links set expires_at = now() where organization_id = $1`, [as.organizationId]);
      const organization = (await world.get(Organizations).byId(as.organizationId)).name;
      const refused = [
        await world.call<ProblemDetails>('GET', '/api/outcomes/surveys/mine', { link: links[0] ?? '' }),
        await desk.send(links[0] ?? '', experience(3)),
      ];
      expect(refused.map(({ status, body }) => [status, body.code, body.detail])).toEqual(
        refused.map(() => [410, 'access.link_expired', `This link has expired. Ask ${organization} for a new one.`]),
      );
    });

    it('withholds every figure of four people and shows those of six, with n and interval', async () => {
      const { wave, links } = await desk.openSurvey(await desk.delegationOf(travellers));
      const results = async () => (await desk.get<WaveResults>(`waves/${wave.id}/results`)).body;
      const answered = async () => (await desk.get<InvitationList>(`waves/${wave.id}/invitations`)).body.items.map((each) => each.answered);
      const sheets = [5, 4, 4, 3, 5, 4].map((satisfaction) => experience(satisfaction));
      await desk.answerAll(links, sheets.slice(0, 4));
      const few = await results();
      expect(few.flow).toEqual({ invited: 6, answered: null, rate: null });
      const nothing = { n: null, mean: null, low: null, high: null, withheld: true };
      const unanswered = { n: 0, mean: null, low: null, high: null, withheld: false };
      expect(few.items.map(({ estimate }) => estimate)).toEqual([nothing, nothing, nothing, unanswered]);
      expect(few.items.map(({ distribution }) => distribution.map(({ count }) => count))).toEqual([[], [], [], [0, 0, 0, 0, 0]]);
      expect([few.harm, await answered()]).toEqual([{ asked: true, count: 0 }, Array.from({ length: 6 }, () => null)]);
      await desk.answerAll(links.slice(4), sheets.slice(4));
      const enough = await results();
      const [satisfaction] = enough.items;
      // t(0.975, 5) = 2.5706; standard deviation of 5 4 4 3 5 4 is 0.7528
      const half = (2.5706 * 0.7528) / Math.sqrt(6);
      expect([enough.flow.answered, satisfaction?.estimate]).toEqual([
        6,
        {
          n: 6,
          mean: expect.closeTo(25 / 6, 10) as number,
          low: expect.closeTo(25 / 6 - half, 3) as number,
          high: expect.closeTo(25 / 6 + half, 3) as number,
          withheld: false,
        },
      ]);
      expect([enough.caveats.map(({ code }) => code), await answered()]).toEqual([
        ['no_control_group', 'small_sample', 'withheld', 'clustered'],
        Array.from({ length: 6 }, () => true),
      ]);
    });
  });
});
