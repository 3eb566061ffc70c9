// What happens to a delegation reaches its visit here: whoever left the roster is let go, and a delegation that is called off lets
// everybody and every site go. The news may come late or after other news, so what to do is read from what stands now.
import { Id } from '@amity/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../messages/index.js';
import { Bookings } from './bookings.js';

@Injectable()
export class DelegationNews implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly bookings: Bookings,
  ) {}

  onModuleInit(): void {
    this.outbox.on('delegations.delegate_removed', 'visits.let_go', (tx, { delegationId }) =>
      this.bookings.letTheUnlistedGo(tx, Id.parse(delegationId)),
    );
    this.outbox.on('delegations.cancelled', 'visits.let_go', (tx, { delegationId }) => this.bookings.letAllGo(tx, Id.parse(delegationId)));
  }
}
