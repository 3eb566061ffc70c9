import type { MemberActor } from '@amity/access';
import { Delegation, HouseRuleChange, KnowerDraft, LooseningConsentDraft, LooseningConsents, NeedToKnow } from '@amity/delegations';
import { Id } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { HouseRules } from './house-rules.service.js';
import { NeedToKnowLists } from './need-to-know.service.js';

@Controller('delegations/:id')
export class HouseRulesController {
  constructor(
    private readonly rules: HouseRules,
    private readonly needToKnow: NeedToKnowLists,
  ) {}

  @Post('rule')
  @Can('delegations.edit')
  @Returns(Delegation)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: HouseRuleChange }) { rule }: HouseRuleChange,
  ) {
    return this.rules.change(actor, id, version, rule);
  }

  @Get('need-to-know')
  @Can('delegations.read')
  @Returns(NeedToKnow)
  list(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.needToKnow.list(actor, id);
  }

  @Post('need-to-know')
  @Can('delegations.edit')
  @Returns(NeedToKnow, 201)
  add(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Body({ schema: KnowerDraft }) draft: KnowerDraft) {
    return this.needToKnow.add(actor, id, draft);
  }

  @Delete('need-to-know/:entryId')
  @Can('delegations.edit')
  @Returns(NeedToKnow)
  remove(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Param('entryId', { schema: Id }) entryId: Id) {
    return this.needToKnow.remove(actor, id, entryId);
  }

  @Get('loosening-consents')
  @Can('delegations.edit')
  @Returns(LooseningConsents)
  consents(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.rules.consents(actor, id);
  }

  @Post('loosening-consents')
  @Can('delegations.edit')
  @Returns(LooseningConsents, 201)
  record(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Body({ schema: LooseningConsentDraft }) draft: LooseningConsentDraft,
  ) {
    return this.rules.record(actor, id, draft);
  }

  @Delete('loosening-consents/:consentId')
  @Can('delegations.edit')
  @Returns(LooseningConsents)
  withdraw(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Param('consentId', { schema: Id }) consentId: Id) {
    return this.rules.withdraw(actor, id, consentId);
  }
}
