// Somebody who goes to the provider and comes back: follows redirects with cookies of their own, as a browser would, until the provider
// sends them to Amity; and what such a browser does at Amity before and after.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { MemberActor, ProviderOutcome, ProviderRedirect } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { attemptCookie, hostCookie } from '../access/index.js';
import type { Answer, TestWorld } from './test-world.js';

/** The provider of `provider-peer.ts`, running. */
export class ProviderPeer {
  private constructor(
    readonly issuer: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<ProviderPeer> {
    const child = spawn(process.execPath, ['--no-warnings', path.join(import.meta.dirname, 'provider-peer.ts')], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    for await (const line of createInterface({ input: child.stdout }))
      if (line.startsWith('{'))
        // before it says what a provider for tests may do without
        return new ProviderPeer((JSON.parse(line) as { issuer: string }).issuer, child);
    throw new Error('The provider did not start.');
  }

  async stop(): Promise<void> {
    this.child.stdin?.end();
    await once(this.child, 'exit');
  }

  /** @returns the query with which the provider sends somebody back to Amity, after they signed in there as `subject` */
  async visit(url: string, subject: string): Promise<string> {
    const cookies = new Map<string, string>();
    let next = url;
    for (let hop = 0; hop < 10; hop++) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      const to = answer.headers.get('location');
      if (to === null) throw new Error(`The provider answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
      const target = new URL(to, next);
      if (target.pathname === '/sign-in/provider') return target.search;
      if (target.pathname.startsWith('/choose/')) target.searchParams.set('as', subject);
      next = target.href;
    }
    throw new Error('The provider led nowhere.');
  }
}

/** What a browser holds of Amity. */
export interface Jar {
  attempt?: string;
  session?: string;
}

type Told<T> = Answer<T & Partial<ProblemDetails>>;

/** What browsers do at one Amity, each with a jar of its own. */
export class ProviderVisits {
  constructor(
    private readonly world: TestWorld,
    private readonly peer: ProviderPeer,
  ) {}

  async post<T>(jar: Jar, path: string, body: object): Promise<Told<T>> {
    const answer = await this.world.call<T & Partial<ProblemDetails>>('POST', `/api/access/provider/${path}`, {
      body,
      headers: headersOf(jar),
    });
    keepIn(jar, answer);
    return answer;
  }

  async start(jar: Jar, returnTo?: string): Promise<URL> {
    return new URL((await this.post<ProviderRedirect>(jar, 'sign-ins', returnTo === undefined ? {} : { returnTo })).body.url);
  }

  answer(jar: Jar, query: string): Promise<Told<ProviderOutcome>> {
    return this.post<ProviderOutcome>(jar, 'answers', { query });
  }

  /** There and back. @param change what somebody does to the address on the way there. @returns the query they come back with */
  async go(jar: Jar, subject: string, change: (url: URL) => void = () => undefined): Promise<string> {
    const url = await this.start(jar);
    change(url);
    return this.peer.visit(url.href, subject);
  }

  async startLinking(jar: Jar, as: MemberActor): Promise<string> {
    const begun = await this.world.call<ProviderRedirect>('POST', '/api/access/provider/identities', { as });
    keepIn(jar, begun);
    jar.session = this.world.tokenOf(as);
    return begun.body.url;
  }

  /** Links an identity to an account, and signs that in again in this world. */
  async link(as: MemberActor, subject: string): Promise<Told<ProviderOutcome>> {
    const jar: Jar = {};
    const query = await this.peer.visit(await this.startLinking(jar, as), subject);
    const linked = await this.answer(jar, query);
    await this.world.again(as);
    return linked;
  }
}

export function headersOf({ attempt, session }: Jar): { cookie: string } {
  return { cookie: [...(attempt ? [`${attemptCookie}=${attempt}`] : []), ...(session ? [`${hostCookie}=${session}`] : [])].join('; ') };
}

export function keepIn(jar: Jar, { headers }: Pick<Answer, 'headers'>): void {
  for (const set of [headers['set-cookie'] ?? []].flat()) {
    const [, name, value = ''] = /^([^=]+)=([^;]*)/.exec(String(set)) ?? [];
    if (name === attemptCookie) jar.attempt = value;
    if (name === hostCookie) jar.session = value;
  }
}
