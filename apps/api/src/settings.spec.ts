import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from './settings.js';

const whole = { AMITY_OIDC_ISSUER: 'https://id.city.example/realm', AMITY_OIDC_CLIENT_ID: 'amity', AMITY_OIDC_CLIENT_SECRET: 'secret' };
const provider = (env: NodeJS.ProcessEnv) => readSettings(env, []).provider;

describe('the settings of a provider to sign in by', () => {
  it('are none without an issuer', () => {
    expect([provider({}), provider({ ...whole, AMITY_OIDC_ISSUER: '' })]).toEqual([null, null]);
  });

  it('are read whole, with the name of the host where no name is given', () => {
    const read = { issuer: 'https://id.city.example/realm', clientId: 'amity', clientSecret: 'secret', name: 'id.city.example' };
    expect(provider(whole)).toEqual(read);
    expect(provider({ ...whole, AMITY_OIDC_NAME: ' City ID ' })).toEqual({ ...read, name: 'City ID' });
  });

  it('take the secret from a file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'amity-settings-'));
    const file = path.join(folder, 'secret');
    writeFileSync(file, 'from a file\n');
    expect(provider({ ...whole, AMITY_OIDC_CLIENT_SECRET: undefined, AMITY_OIDC_CLIENT_SECRET_FILE: file })?.clientSecret).toBe(
      'from a file',
    );
    rmSync(folder, { recursive: true });
  });

  it.each(['http://id.city.example', 'ftp://localhost', 'city', 'http://127.0.0.1.evil.example'])(
    'refuse %s: only https is safe',
    (issuer) => {
      expect(() => provider({ ...whole, AMITY_OIDC_ISSUER: issuer })).toThrow(
        `AMITY_OIDC_ISSUER must be an https address, not "${issuer}".`,
      );
    },
  );

  it('may name this very machine, for trying it out', () => {
    expect(provider({ ...whole, AMITY_OIDC_ISSUER: 'http://127.0.0.1:4000' })?.issuer).toBe('http://127.0.0.1:4000');
  });

  it.each(['AMITY_OIDC_CLIENT_ID', 'AMITY_OIDC_CLIENT_SECRET'])('stop the start without %s', (name) => {
    expect(() => provider({ ...whole, [name]: '' })).toThrow('AMITY_OIDC_ISSUER needs AMITY_OIDC_CLIENT_ID and AMITY_OIDC_CLIENT_SECRET');
  });
});
