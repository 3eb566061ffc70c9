// An OpenID provider beside the story's server: a real one, in a process of its own, which ends with the tests.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const peer = join(import.meta.dirname, '../../api/src/testing/provider-peer.ts');

export class SignInProvider {
  private constructor(
    /** What the server is started with. */
    readonly settings: Readonly<Record<string, string>>,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<SignInProvider> {
    const child = spawn(process.execPath, ['--no-warnings', peer], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('{')) continue; // what it says about tests before that
      const { issuer } = JSON.parse(line) as { issuer: string };
      const settings = {
        AMITY_OIDC_ISSUER: issuer,
        AMITY_OIDC_CLIENT_ID: 'amity',
        AMITY_OIDC_CLIENT_SECRET: 'a secret: with signs/that need+escaping',
        AMITY_OIDC_NAME: 'City of Fort Worth',
      };
      return new SignInProvider(settings, child);
    }
    throw new Error('The sign-in provider did not start.');
  }

  stop(): void {
    this.child.stdin?.end();
  }
}
