// A delegation that is called off needs no beds: what was offered or accepted for it ends. The news may come after the delegation was
// taken up again; then nothing ends.
import { Id } from '@amity/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../messages/index.js';
import { Placements } from './placements.service.js';

@Injectable()
export class DelegationNews implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly placements: Placements,
  ) {}

  onModuleInit(): void {
    this.outbox.on('delegations.cancelled', 'placements.let_go', (tx, { delegationId }) =>
      this.placements.endAllOf(tx, Id.parse(delegationId)),
    );
  }
}
