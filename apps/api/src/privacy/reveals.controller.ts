import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { Reveal, RevealDecision, RevealDraft, RevealedIdentity, Reveals } from '@amity/privacy';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Can, Confirmed } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { RevealsService } from './reveals.service.js';

@Controller('privacy/protection')
export class RevealsController {
  constructor(private readonly reveals: RevealsService) {}

  @Get('reveals')
  @Can('privacy.reveal')
  @Returns(Reveals)
  list(@CurrentActor() actor: MemberActor) {
    return this.reveals.list(actor);
  }

  @Post('people/:personId/reveals')
  @Can('privacy.reveal')
  @Confirmed()
  @Returns(Reveal, 201)
  ask(
    @CurrentActor() actor: MemberActor,
    @Param('personId', { schema: Id }) personId: Id,
    @Body({ schema: RevealDraft }) draft: RevealDraft,
  ) {
    return this.reveals.ask(actor, personId, draft);
  }

  @Post('reveals/:revealId/decision')
  @Can('privacy.reveal')
  @Confirmed()
  @Returns(Reveal, 201)
  decide(
    @CurrentActor() actor: MemberActor,
    @Param('revealId', { schema: Id }) id: Id,
    @Body({ schema: RevealDecision }) decision: RevealDecision,
  ) {
    return this.reveals.decide(actor, id, decision);
  }

  @Get('reveals/:revealId/identity')
  @Can('privacy.reveal')
  @Returns(RevealedIdentity)
  identity(@CurrentActor() actor: MemberActor, @Param('revealId', { schema: Id }) id: Id) {
    return this.reveals.identity(actor, id);
  }
}
