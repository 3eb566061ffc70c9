// The story of kill -9: writers post one record after another and note what was acknowledged; at a moment drawn from a seed
// the process is killed; the next start must hold every acknowledged record whole, and nothing by halves.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { joinEmbeddedPostgres } from '../embedded/index.js';
import { BuiltServer } from './built-server.js';

export interface CrashRound {
  readonly victim: 'server' | 'postgres';
  /** Milliseconds of writing before the kill. */
  readonly after: number;
  readonly acknowledged: number;
  /** Requests that had no answer yet; each was sent again with its key after the restart. */
  readonly unanswered: number;
  /** Acknowledged records that are gone. */
  readonly lost: number;
  /** Records without their audit entry, entries without record, keys without answer, keys that acted twice. */
  readonly halves: number;
  /** Milliseconds from the kill to the first `ready` of the next start. */
  readonly readyAgain: number;
}

const password = 'correct horse battery';
const writers = 4;

export class CrashStory {
  private server: BuiltServer;
  private url = '';
  private session: Readonly<Record<string, string>> = {};
  private readonly acknowledged = new Set<string>();
  private sent = 0;
  private readonly random: () => number;

  constructor(
    private readonly dataDir: string,
    seed: number,
  ) {
    this.random = mulberry32(seed);
    this.server = new BuiltServer({ AMITY_DATA: dataDir });
  }

  async begin(): Promise<void> {
    this.url = await this.server.ready();
    const setUp = { organizationName: 'Harbor', slug: 'harbor', zone: 'Europe/Berlin', name: 'Ada', email: 'ada@example.org', password };
    const answer = await this.post('/api/access/set-up', setUp);
    const [cookie, csrf] = [answer.headers.get('set-cookie')?.split(';')[0], answer.headers.get('x-amity-csrf')];
    if (answer.status !== 201 || !cookie || !csrf) throw new Error(`Set-up answered ${answer.status}.`);
    this.session = { cookie, 'x-amity-csrf': csrf };
  }

  async round(victim: CrashRound['victim']): Promise<CrashRound> {
    const after = Math.floor(this.random() * 300);
    let isKilled = false;
    const before = this.acknowledged.size;
    const open = new Map<string, object>();
    const write = async (): Promise<void> => {
      while (!isKilled) {
        const key = randomUUID();
        const draft = { givenName: `Person ${++this.sent}`, familyName: 'Written' };
        open.set(key, draft);
        const id = await this.acknowledge(draft, key);
        if (id) open.delete(key);
      }
    };
    const writing = Array.from({ length: writers }, write);
    await new Promise((resolve) => setTimeout(resolve, after));
    const killedAt = performance.now();
    if (victim === 'server') this.server.signal('SIGKILL');
    else process.kill(this.postmaster(), 'SIGKILL');
    isKilled = true;
    await Promise.all(writing);
    await this.server.ended; // without its database the server ends by itself
    this.server = new BuiltServer({ AMITY_DATA: this.dataDir });
    this.url = await this.server.ready();
    const readyAgain = performance.now() - killedAt;
    const acknowledged = this.acknowledged.size - before;
    for (const [key, draft] of open) if (!(await this.acknowledge(draft, key))) throw new Error('A repeated request was not answered.');
    return { victim, after, acknowledged, unanswered: open.size, ...(await this.count()), readyAgain };
  }

  async end(): Promise<void> {
    await this.server.stop();
  }

  /** The id of the record when the server said it is saved; null when the connection broke or the database was away. */
  private async acknowledge(draft: object, key: string): Promise<string | null> {
    try {
      const answer = await this.post('/api/people', draft, key);
      if (answer.status === 503) return null;
      if (answer.status !== 201) throw new UnexpectedAnswer(`${answer.status} ${await answer.text()}\n${this.server.output}`);
      const { id } = (await answer.json()) as { id: string };
      this.acknowledged.add(id);
      return id;
    } catch (error) {
      if (error instanceof UnexpectedAnswer) throw error;
      return null; // fetch fails when the process is killed: that is the story
    }
  }

  private post(address: string, body: object, key?: string): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...this.session, ...(key ? { 'idempotency-key': key } : {}) };
    return fetch(this.url + address, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  private async count(): Promise<Pick<CrashRound, 'lost' | 'halves'>> {
    const ownerUrl = await joinEmbeddedPostgres(this.dataDir);
    if (!ownerUrl) throw new Error('The database does not answer.');
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      const { rows } = await owner.query<{ lost: string; halves: string }>(
        `select
           (select count(*) from unnest($1::uuid[]) as said(id) where not exists (select from people.people p where p.id = said.id)) as lost,
           (select count(*) from people.people p where 1 <> (select count(*) from audit.entries e where e.subject_id = p.id and e.action = 'created'))
           + (select count(*) from audit.entries e where e.subject = 'people.people' and not exists (select from people.people p where p.id = e.subject_id))
           + (select count(*) from access.idempotency_keys where answer_sealed is null)
           + abs((select count(*) from access.idempotency_keys) - (select count(*) from people.people))
           + abs((select count(*) from people.people) - $2) as halves`,
        [[...this.acknowledged], this.sent],
      );
      return { lost: Number(rows[0]?.lost), halves: Number(rows[0]?.halves) };
    } finally {
      await owner.end();
    }
  }

  private postmaster(): number {
    return Number(readFileSync(path.join(this.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
}

class UnexpectedAnswer extends Error {}

/** A small seeded generator, so that a failing run can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
