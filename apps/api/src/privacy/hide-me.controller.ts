import type { LinkActor } from '@amity/access';
import { Hidden } from '@amity/privacy';
import { Controller, Post } from '@nestjs/common';
import { ByLink } from '../http/can.js';
import { LinkHolder } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Protection } from './protection.service.js';

/** A person takes their name out of sight, by their own link. */
@Controller('privacy/hide-me')
export class HideMeController {
  constructor(private readonly protection: Protection) {}

  @Post()
  @ByLink('privacy.consents')
  @Returns(Hidden, 201)
  hideMe(@LinkHolder() actor: LinkActor) {
    return this.protection.hideMe(actor);
  }
}
