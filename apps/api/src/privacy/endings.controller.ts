import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { ProtectionEnding, EndingDecision, EndingDraft, ProtectionEndings } from '@amity/privacy';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Can, Confirmed } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { EndingsService } from './endings.service.js';

@Controller('privacy/protection')
export class EndingsController {
  constructor(private readonly endings: EndingsService) {}

  @Get('endings')
  @Can('privacy.reveal')
  @Returns(ProtectionEndings)
  list(@CurrentActor() actor: MemberActor) {
    return this.endings.list(actor);
  }

  @Post('people/:personId/endings')
  @Can('privacy.reveal')
  @Confirmed()
  @Returns(ProtectionEnding, 201)
  ask(
    @CurrentActor() actor: MemberActor,
    @Param('personId', { schema: Id }) personId: Id,
    @Body({ schema: EndingDraft }) draft: EndingDraft,
  ) {
    return this.endings.ask(actor, personId, draft);
  }

  @Post('endings/:endingId/decision')
  @Can('privacy.reveal')
  @Confirmed()
  @Returns(ProtectionEnding, 201)
  decide(
    @CurrentActor() actor: MemberActor,
    @Param('endingId', { schema: Id }) id: Id,
    @Body({ schema: EndingDecision }) decision: EndingDecision,
  ) {
    return this.endings.decide(actor, id, decision);
  }
}
