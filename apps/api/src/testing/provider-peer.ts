// A real OpenID provider in a process of its own, for tests of signing in by an account elsewhere: `node provider-peer.ts` prints one
// line {"issuer": "http://127.0.0.1:PORT"} and ends when its standard input closes. Its sign-in page asks nothing but who one wants
// to be; `?as=SUBJECT` is the answer. A subject `ada|ada@example.org|verified` has that address, verified or not.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = peerAt(issuer);
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, reply: ServerResponse) => {
    const at = new URL(request.url ?? '/', issuer);
    if (!at.pathname.startsWith('/choose/')) return void answer(request, reply);
    const subject = at.searchParams.get('as');
    if (subject === null) return void reply.setHeader('content-type', 'text/html; charset=utf-8').end(choices(at.pathname));
    void provider.interactionFinished(request, reply, { login: { accountId: subject } }, { mergeWithLastSubmission: false });
  });
  process.stdout.write(`${JSON.stringify({ issuer })}\n`);
});
process.stdin.on('end', () => process.exit(0)).resume();

function peerAt(issuer: string): Provider {
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'amity',
        client_secret: 'a secret: with signs/that need+escaping',
        redirect_uris: ['http://127.0.0.1/sign-in/provider'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: { keys: ['only for tests'] },
    conformIdTokenClaims: false, // addresses stand in the ID token, where a careless reader would believe them
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'email', 'profile'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/choose/${uid}` },
    findAccount: (_context, accountId) => {
      const [, email, verified] = accountId.split('|');
      return { accountId, claims: () => ({ sub: accountId, ...(email ? { email, email_verified: verified === 'verified' } : {}) }) };
    },
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  // The port of the Amity under test is known only later
  provider.Client.prototype.redirectUriAllowed = (uri) => new URL(uri).pathname === '/sign-in/provider';
  return provider;
}

function choices(path: string): string {
  const people = ['ada|ada@city.example|verified', 'ben|ben@city.example|verified'];
  const links = people.map((as) => `<p><a href="${path}?as=${encodeURIComponent(as)}">Go on as ${as.split('|')[0]}</a></p>`);
  return `<!doctype html><html lang="en"><head><title>City of Fort Worth</title><link rel="icon" href="data:," /></head>
<body><h1>City of Fort Worth</h1>${links.join('')}</body></html>`;
}
