// A device with passkeys in a test's pocket: it answers what a browser would hand on, and can be made to lie about each part of it.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { PasskeyAnswer, PasskeyCreation, PasskeyDraft, PasskeyRequest } from '@amity/access';

export interface Lies {
  readonly origin?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly rpId?: string;
  readonly counter?: number;
  readonly verified?: boolean;
  readonly userHandle?: string;
  readonly signature?: Buffer;
}

const [present, verifiedFlag, attestedFlag] = [0x01, 0x04, 0x40];

export class PasskeyDevice {
  readonly id = randomBytes(16);
  counter = 0;
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private userHandle = '';

  constructor(private readonly origin: string) {}

  create(creation: PasskeyCreation, name: string, lies: Lies = {}): PasskeyDraft {
    this.userHandle = creation.user.id;
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const coseKey = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y, 'base64url'),
    ]);
    const data = Buffer.concat([
      this.authenticatorData(creation.rp.id ?? '', attestedFlag, lies),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      coseKey,
    ]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      Buffer.from('fmt'),
      Buffer.from([0x64]),
      Buffer.from('none'),
      Buffer.from([0x67]),
      Buffer.from('attStmt'),
      Buffer.from([0xa0, 0x68]),
      Buffer.from('authData'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    const clientData = this.clientData('webauthn.create', creation.challenge, lies);
    return {
      name,
      credential: {
        ...this.credential(),
        response: {
          clientDataJSON: clientData.toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      },
    };
  }

  answer(request: PasskeyRequest, lies: Lies = {}): PasskeyAnswer {
    if (lies.counter === undefined && this.counter > 0) this.counter++;
    const clientData = this.clientData('webauthn.get', request.challenge, lies);
    const data = this.authenticatorData(request.rpId, 0, lies);
    const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()]);
    return {
      ...this.credential(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: (lies.signature ?? sign('sha256', signed, this.keys.privateKey)).toString('base64url'),
        userHandle: lies.userHandle ?? this.userHandle,
      },
    };
  }

  private credential() {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string, lies: Lies): Buffer {
    const said = {
      type: lies.type ?? type,
      challenge: lies.challenge ?? challenge,
      origin: lies.origin ?? this.origin,
      crossOrigin: false,
    };
    return Buffer.from(JSON.stringify(said));
  }

  private authenticatorData(rpId: string, flags: number, lies: Lies): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(lies.counter ?? this.counter);
    const site = createHash('sha256')
      .update(lies.rpId ?? rpId)
      .digest();
    return Buffer.concat([site, Buffer.from([present | (lies.verified === false ? 0 : verifiedFlag) | flags]), counter]);
  }
}
