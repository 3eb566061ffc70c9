// A coordinator signs a family up on its behalf, from a phone call or a paper form. The same questions are asked and the same
// rules hold; the audit log names who wrote it, and the family gets the link to its own page.
import type { MemberActor } from '@amity/access';
import { checkSignUp, type Household, type SignUpDraft } from '@amity/hosting';
import { DomainError } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { Tenants } from '../database/tenants.js';
import { Outbox } from '../messages/index.js';
import { HostLetters } from './host-letters.service.js';
import { Households } from './households.service.js';

@Injectable()
export class HouseholdIntake {
  constructor(
    private readonly tenants: Tenants,
    private readonly households: Households,
    private readonly letters: HostLetters,
    private readonly outbox: Outbox,
  ) {}

  add(actor: MemberActor, draft: SignUpDraft): Promise<Household> {
    return this.tenants.write(actor, async (tx) => {
      const { signUp, problems } = checkSignUp(draft, await this.households.today(tx));
      if (!signUp) throw new DomainError('kernel.invalid', {}, { errors: problems });
      const household = await this.households.add(tx, signUp);
      await this.outbox.publish(tx, { kind: 'hosting.household_applied', householdId: household.id });
      await this.letters.thanks(tx, signUp, household.id);
      return household;
    });
  }
}
