import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { PersonProtection, ProtectedPeople, ProtectionDraft, Responder, ResponderChoice } from '@amity/privacy';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Protection } from './protection.service.js';
import { Responders } from './responders.service.js';

@Controller('privacy/protection')
export class ProtectionController {
  constructor(
    private readonly protection: Protection,
    private readonly responders: Responders,
  ) {}

  @Get()
  @Can('privacy.protect')
  @Returns(ProtectedPeople)
  list(@CurrentActor() actor: MemberActor) {
    return this.protection.list(actor);
  }

  @Get('responder')
  @Can('privacy.protect')
  @Returns(Responder)
  responder(@CurrentActor() actor: MemberActor) {
    return this.responders.get(actor);
  }

  @Put('responder')
  @Can('privacy.protect')
  @Returns(Responder)
  choose(@CurrentActor() actor: MemberActor, @Body({ schema: ResponderChoice }) choice: ResponderChoice) {
    return this.responders.choose(actor, choice);
  }

  @Get('people/:personId')
  @Can('privacy.protect')
  @Returns(PersonProtection)
  of(@CurrentActor() actor: MemberActor, @Param('personId', { schema: Id }) personId: Id) {
    return this.protection.of(actor, personId);
  }

  @Post('people/:personId')
  @Can('privacy.protect')
  @Returns(PersonProtection, 201)
  protect(
    @CurrentActor() actor: MemberActor,
    @Param('personId', { schema: Id }) personId: Id,
    @Body({ schema: ProtectionDraft }) draft: ProtectionDraft,
  ) {
    return this.protection.protect(actor, personId, draft);
  }
}
