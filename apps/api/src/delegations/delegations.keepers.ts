// What is told for a journey goes after the return: the departure of the last delegation somebody travelled in. A cancelled delegation
// ends on the same day as it would have. Whoever travels in none has a clock of their own, from the last change.
import type { FactKind, RetentionKey } from '@amity/privacy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf, deleteFacts, type RetentionKeeper, RetentionKeepers } from '../privacy/index.js';
import { DelegateEntity } from './delegate.entity.js';

const lastReturn = (person: string) => `(select max(d.departs_on) from delegations.delegates g
  join delegations.delegations d on d.organization_id = g.organization_id and d.id = g.delegation_id
  where g.organization_id = $1 and g.person_id = ${person})`;

/** Facts of people who travel or travelled. One that was told after the return counts from the day it was told. */
function factsOfTravellers(key: RetentionKey, kinds: readonly FactKind[]): RetentionKeeper {
  return {
    key,
    subject: 'privacy.facts',
    kept: `select f.id, greatest(${lastReturn('f.person_id')}, ${dayOf('f.updated_at')}) as "from", privacy.holds_person($1, f.person_id) as is_held
      from privacy.facts f where f.organization_id = $1 and f.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})
      and exists (select from delegations.delegates g where g.organization_id = $1 and g.person_id = f.person_id)`,
    erase: deleteFacts,
  };
}

const atRest: RetentionKeeper = {
  key: 'confidences_at_rest',
  subject: 'privacy.facts',
  kept: `select f.id, ${dayOf('f.updated_at')} as "from", privacy.holds_person($1, f.person_id) as is_held
    from privacy.facts f where f.organization_id = $1
    and not exists (select from delegations.delegates g where g.organization_id = $1 and g.person_id = f.person_id)`,
  erase: deleteFacts,
};

const needs: RetentionKeeper = {
  key: 'delegate_needs',
  subject: 'delegations.delegates',
  kept: `select g.id, d.departs_on as "from", privacy.holds_person($1, g.person_id) as is_held
    from delegations.delegates g join delegations.delegations d on d.organization_id = g.organization_id and d.id = g.delegation_id
    where g.organization_id = $1 and (g.needs_gone_at is null or g.updated_at > g.needs_gone_at)`,
  // an update keeps sealed values out of the log; the log then loses the rest
  erase: async (tx, ids) => {
    for (const id of ids) {
      await tx.update(DelegateEntity, id, 'any', { diet: [], petAllergies: [], notes: null, needsGoneAt: new Date() }, 'delegate');
      await tx.query('update delegations.delegates set needs_gone_at = updated_at where organization_id = $1 and id = $2', [id]);
    }
  },
};

@Injectable()
export class DelegationsKeepers implements OnModuleInit {
  constructor(private readonly keepers: RetentionKeepers) {}

  onModuleInit(): void {
    this.keepers.register(
      factsOfTravellers('identity_documents', ['identity_document']),
      factsOfTravellers('medical_facts', ['health', 'diet_medical']),
      factsOfTravellers('other_confidences', ['faith', 'political', 'emergency_contact']),
      atRest,
      needs,
    );
  }
}
