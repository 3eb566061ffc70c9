import type { LinkedIdentityList, MemberActor, ProviderRedirect } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { headersOf, keepIn, type Jar, ProviderPeer, ProviderVisits } from '../testing/provider-visitor.js';
import { type Answer, TestWorld } from '../testing/test-world.js';

const short = ({ status, body }: Answer<unknown>) => [status, (body as Partial<ProblemDetails>).code];
const ada = 'ada|ada@city.example|verified';
const over = [410, 'access.provider_attempt_over'];

describe('an account elsewhere', () => {
  let peer: ProviderPeer;
  let world: TestWorld;
  let visits: ProviderVisits;
  let as: MemberActor;
  let subject: string;
  beforeAll(async () => {
    peer = await ProviderPeer.start();
    const provider = { issuer: peer.issuer, clientId: 'amity', clientSecret: 'a secret: with signs/that need+escaping', name: 'City ID' };
    world = await TestWorld.open({ provider });
    visits = new ProviderVisits(world, peer);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await peer.stop();
  });
  let count = 0;
  beforeEach(async () => {
    await world.owner.query('delete from identity.sign_in_tries');
    as = await world.organization();
    subject = `person-${++count}`;
  });

  const answer = (jar: Jar, query: string) => visits.answer(jar, query);
  const go = (jar: Jar, who = subject, change?: (url: URL) => void) => visits.go(jar, who, change);
  const startLinking = (jar: Jar) => visits.startLinking(jar, as);
  const link = (who = subject) => visits.link(as, who);
  const identities = async () => (await world.call<LinkedIdentityList>('GET', '/api/access/provider/identities', { as })).body.items;
  const rows = async (sql: string): Promise<unknown[]> => (await world.owner.query<Record<string, unknown>>(sql)).rows;

  describe('being linked', () => {
    it('needs a fresh proof, ends other sessions, and shows how the provider calls its owner', async () => {
      await world.owner.query(`update identity.sessions set confirmed_at = now() - interval '11 minutes' where account_id = $1`, [
        as.accountId,
      ]);
      expect(short(await world.call('POST', '/api/access/provider/identities', { as }))).toEqual([403, 'access.confirm_needed']);
      await world.again(as);
      const elsewhere = world.tokenOf(as);
      await world.again(as);
      await link(ada);
      expect((await identities()).map(({ label }) => label)).toEqual(['ada@city.example']);
      expect((await world.call('GET', '/api/access/me', { headers: headersOf({ session: elsewhere }) })).status).toBe(401);
    });

    it('is refused for an identity that is linked, here or elsewhere, which stays where it is', async () => {
      await link();
      expect(short(await link())).toEqual([409, 'access.provider_known']);
      const first = as;
      as = await world.organization();
      expect(short(await link())).toEqual([409, 'access.provider_known']);
      expect(await identities()).toEqual([]);
      as = first;
      expect((await identities()).length).toBe(1);
      await expect(
        world.owner.query(`insert into identity.external_identities (id, account_id, issuer, subject, label)
          select gen_random_uuid(), account_id, issuer, subject, label from identity.external_identities`),
      ).rejects.toMatchObject({ constraint: 'external_identities_known_once' });
      await expect(world.owner.query(`update identity.external_identities set subject = 'another'`)).rejects.toMatchObject({
        constraint: 'external_identities_stay',
      });
    });

    it('is done by the account that began it, in its own session: nobody’s identity is slipped to somebody else', async () => {
      const jar: Jar = {};
      const query = await peer.visit(await startLinking(jar), subject);
      const other = await world.organization();
      expect(short(await answer({ attempt: jar.attempt ?? '', session: world.tokenOf(other) }, query))).toEqual(over);
      const next: Jar = {};
      const signedOut = await peer.visit(await startLinking(next), subject);
      expect(short(await answer({ attempt: next.attempt ?? '' }, signedOut))).toEqual(over);
      expect(await rows(`select 1 from identity.external_identities where subject = '${subject}'`)).toEqual([]);
    });

    it('is undone by its owner alone, and then lets nobody in', async () => {
      await link();
      const [own] = await identities();
      const other = await world.organization();
      const remove = (who: MemberActor) => world.call('DELETE', `/api/access/provider/identities/${own?.id}`, { as: who });
      expect(short(await remove(other))).toEqual([404, 'kernel.unknown']);
      expect([(await remove(as)).status, (await identities()).length]).toEqual([204, 0]);
      const jar: Jar = {};
      expect(short(await answer(jar, await go(jar)))).toEqual([401, 'access.provider_unknown']);
    });
  });

  describe('where the provider is away or there is none', () => {
    const signIn = (there: TestWorld) => there.call('POST', '/api/access/provider/sign-ins', { body: {} });
    const byPassword = async (there: TestWorld) => {
      await there.organization();
      const body = { email: 'ada@organization-1.example', password: 'correct horse battery' };
      return (await there.call('POST', '/api/access/sessions', { body })).status;
    };

    it('says so in words, and a password still signs in', async () => {
      const provider = { issuer: 'http://127.0.0.1:1', clientId: 'amity', clientSecret: 'x', name: 'City ID' };
      const there = await TestWorld.open({ provider });
      const away = await signIn(there);
      expect([...short(away), (away.body as ProblemDetails).detail, await byPassword(there)]).toEqual([
        503,
        'access.provider_unreachable',
        'City ID cannot be reached right now. Try again in a few minutes, or sign in with your password, a passkey or a link by mail.',
        201,
      ]);
      expect((await there.call('GET', '/api/access/provider')).body).toEqual({ name: 'City ID' });
      await there.close();
    }, 60_000);

    it('says so too when it goes away while somebody is on the way', async () => {
      const leaving = await ProviderPeer.start();
      const there = await TestWorld.open({ provider: { issuer: leaving.issuer, clientId: 'amity', clientSecret: 'x', name: 'City ID' } });
      const begun = await there.call<ProviderRedirect>('POST', '/api/access/provider/sign-ins', { body: {} });
      const jar: Jar = {};
      keepIn(jar, begun);
      const query = await leaving.visit(begun.body.url, subject);
      await leaving.stop();
      const away = await there.call('POST', '/api/access/provider/answers', { body: { query }, headers: headersOf(jar) });
      expect(short(away)).toEqual([503, 'access.provider_unreachable']);
      await there.close();
    }, 60_000);

    it('offers none, and refuses to begin', async () => {
      const there = await TestWorld.open();
      expect([(await there.call('GET', '/api/access/provider')).body, ...short(await signIn(there))]).toEqual([
        { name: null },
        404,
        'access.provider_missing',
      ]);
      await there.close();
    }, 60_000);
  });
});
