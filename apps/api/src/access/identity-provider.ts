// The provider this installation trusts to say who somebody is (OpenID Connect, code flow with PKCE). Its metadata are fetched when
// somebody first signs in by it, so the server starts without it. An answer counts when everything fits: the issuer it names (RFC
// 9207), the state, the code for our verifier, and an ID token signed by it, made for us and for this nonce.
import { DomainError } from '@amity/kernel';
import { Inject, Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { type ProviderSettings, SETTINGS, type Settings } from '../settings.js';

/** What an attempt knows until its answer comes. */
export interface AttemptSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somebody as the provider knows them: for good and all by issuer and subject. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** How the provider calls them, to be shown to themselves; it proves nothing. */
  readonly label: string;
}

const secondsToAnswer = 6;

@Injectable()
export class IdentityProvider {
  private readonly log = new Logger('IdentityProvider');
  private readonly settings: ProviderSettings | null;
  private readonly redirectUri: string;
  private known: Promise<oidc.Configuration> | null = null;

  constructor(@Inject(SETTINGS) { provider, publicUrl }: Settings) {
    this.settings = provider;
    this.redirectUri = `${publicUrl}/sign-in/provider`;
  }

  /** Null where there is none. */
  get name(): string | null {
    return this.settings?.name ?? null;
  }

  /** Where to send a browser, and what its attempt has to know. @param scope what is asked of the provider besides who it is */
  async begin(scope: 'openid' | 'openid email profile'): Promise<AttemptSecrets & { url: string }> {
    const config = await this.discovered();
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, state, nonce, verifier };
  }

  /** Whom the answer is about. @param query what the browser came back with. Throws `access.provider_refused` or `_unreachable`. */
  async identify(query: string, { state, nonce, verifier }: AttemptSecrets): Promise<ProvenIdentity> {
    const config = await this.discovered();
    try {
      const tokens = await oidc.authorizationCodeGrant(config, new URL(`${this.redirectUri}?${query.replace(/^\?/, '')}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('There is no ID token.'); // it is expected above
      return { issuer: claims.iss, subject: claims.sub, label: labelOf(claims) };
    } catch (failure) {
      // Nothing but the provider's word goes in, so whatever is thrown is about it: refused by it, not to be believed, or out of reach
      throw this.sentence(failure, isRefusal(failure) ? 'access.provider_refused' : 'access.provider_unreachable');
    }
  }

  private discovered(): Promise<oidc.Configuration> {
    if (!this.settings) throw new DomainError('access.provider_missing');
    return (this.known ??= this.discover(this.settings));
  }

  private async discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
    const isOnThisMachine = issuer.startsWith('http:');
    try {
      return await oidc.discovery(new URL(issuer), clientId, {}, authenticationBy(clientSecret), {
        timeout: secondsToAnswer,
        execute: [oidc.enableNonRepudiationChecks, ...(isOnThisMachine ? [oidc.allowInsecureRequests] : [])],
      });
    } catch (failure) {
      this.known = null; // whoever comes next asks again
      throw this.sentence(failure, 'access.provider_unreachable'); // away, or what it says of itself is not to be believed
    }
  }

  private sentence(failure: unknown, code: 'access.provider_refused' | 'access.provider_unreachable'): DomainError {
    this.log.warn(`${code}: ${reasonOf(failure)}`);
    return new DomainError(code, { provider: this.settings?.name ?? '' });
  }
}

/** The secret goes in the header unless the provider takes it in the body alone. */
function authenticationBy(secret: string): oidc.ClientAuth {
  return (server, client, body, headers) => {
    const inHeader = server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true;
    return (inHeader ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret))(server, client, body, headers);
  };
}

/** The provider spoke, and its word does not fit or is a refusal; otherwise nothing came, or not in time. */
function isRefusal(failure: unknown): boolean {
  if (failure instanceof oidc.ClientError) return failure.code !== undefined && failure.code !== 'OAUTH_TIMEOUT';
  return [oidc.AuthorizationResponseError, oidc.ResponseBodyError, oidc.WWWAuthenticateChallengeError].some(
    (kind) => failure instanceof kind,
  );
}

/** For whoever runs Amity: what did not fit, without anything of the person. */
function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  const told = failure instanceof oidc.ResponseBodyError || failure instanceof oidc.AuthorizationResponseError ? ` (${failure.error})` : '';
  return `${failure.message}${told}${failure.cause instanceof Error ? `: ${failure.cause.message}` : ''}`;
}

function labelOf(claims: oidc.IDToken): string {
  const named = [claims['email'], claims['preferred_username'], claims['name'], claims.sub];
  return String(named.find((name) => typeof name === 'string' && name.trim() !== '') ?? '').slice(0, 120);
}
