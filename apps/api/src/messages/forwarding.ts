// Some people have an address in Amity that is not their own. The area that gave it to them says where they really are, at the moment
// a letter is handed to the mail server and at no other: neither the outbox nor the log learns it.
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

/** The real address behind one that was given; null when this one is real. */
export type Forwarder = (tx: TenantTx, address: string) => Promise<string | null>;

@Injectable()
export class Forwarding {
  private readonly forwarders: Forwarder[] = [];

  register(forwarder: Forwarder): void {
    this.forwarders.push(forwarder);
  }

  async of(tx: TenantTx, address: string): Promise<string> {
    for (const forwarder of this.forwarders) {
      const real = await forwarder(tx, address);
      if (real !== null) return real;
    }
    return address;
  }
}
