import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { ConsentLink, ConsentStandings, ConsentTextDraft, ConsentTexts, PersonConsents, ToldDecision } from '@amity/privacy';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Consents } from './consents.service.js';

@Controller('privacy')
export class ConsentsController {
  constructor(private readonly consents: Consents) {}

  @Get('people/:personId/consents')
  @Can('privacy.manage_consents')
  @Returns(PersonConsents)
  of(@CurrentActor() actor: MemberActor, @Param('personId', { schema: Id }) personId: Id) {
    return this.consents.of(actor, personId);
  }

  @Post('people/:personId/consents')
  @Can('privacy.manage_consents')
  @Returns(PersonConsents, 201)
  told(
    @CurrentActor() actor: MemberActor,
    @Param('personId', { schema: Id }) personId: Id,
    @Body({ schema: ToldDecision }) decision: ToldDecision,
  ) {
    return this.consents.told(actor, personId, decision);
  }

  @Post('people/:personId/consents/link')
  @Can('privacy.manage_consents')
  @Returns(ConsentLink, 201)
  link(@CurrentActor() actor: MemberActor, @Param('personId', { schema: Id }) personId: Id) {
    return this.consents.link(actor, personId);
  }

  @Get('consent-texts')
  @Can('privacy.manage_consents')
  @Returns(ConsentTexts)
  texts(@CurrentActor() actor: MemberActor) {
    return this.consents.texts(actor);
  }

  @Get('consent-texts/standing')
  @Can('privacy.manage_consents')
  @Returns(ConsentStandings)
  standing(@CurrentActor() actor: MemberActor) {
    return this.consents.standing(actor);
  }

  @Post('consent-texts')
  @Can('privacy.manage_retention')
  @Returns(ConsentTexts, 201)
  release(@CurrentActor() actor: MemberActor, @Body({ schema: ConsentTextDraft }) draft: ConsentTextDraft) {
    return this.consents.release(actor, draft);
  }
}
