import type { LinkActor } from '@amity/access';
import { MyConsents, MyDecision } from '@amity/privacy';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ByLink } from '../http/can.js';
import { LinkHolder } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Consents } from './consents.service.js';

/** What a person, or the guardian, decides by a personal link. */
@Controller('privacy/consents/mine')
export class MyConsentsController {
  constructor(private readonly consents: Consents) {}

  @Get()
  @ByLink('privacy.consents')
  @Returns(MyConsents)
  mine(@LinkHolder() actor: LinkActor) {
    return this.consents.mine(actor);
  }

  @Post()
  @ByLink('privacy.consents')
  @Returns(MyConsents, 201)
  decide(@LinkHolder() actor: LinkActor, @Body({ schema: MyDecision }) decision: MyDecision) {
    return this.consents.decideMine(actor, decision);
  }
}
