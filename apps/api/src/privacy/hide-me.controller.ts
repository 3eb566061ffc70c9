import type { LinkActor, MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { Hidden } from '@amity/privacy';
import { Controller, Param, Post } from '@nestjs/common';
import { ByLink, Can } from '../http/can.js';
import { CurrentActor, LinkHolder } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { OwnRecords } from './own-records.service.js';
import { Protection } from './protection.service.js';

/** A person takes their name out of sight, by their own link or signed in; never a fresh proof, because they may be in a hurry. */
@Controller('privacy/hide-me')
export class HideMeController {
  constructor(
    private readonly protection: Protection,
    private readonly own: OwnRecords,
  ) {}

  @Post()
  @ByLink('privacy.consents')
  @Returns(Hidden, 201)
  hideMe(@LinkHolder() actor: LinkActor) {
    return this.protection.hideMe(actor);
  }

  @Post('people/:personId')
  @Can('delegations.read_own')
  @Returns(Hidden, 201)
  hideOwn(@CurrentActor() actor: MemberActor, @Param('personId', { schema: Id }) personId: Id) {
    return this.own.hide(actor, personId);
  }
}
