import type { LinkActor } from '@amity/access';
import { MyRequestDraft, MyRequests } from '@amity/privacy';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ByLink } from '../http/can.js';
import { LinkHolder } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Requests } from './requests.service.js';

/** What a person asks about their own data, from the page on which they decide about consents. */
@Controller('privacy/my-requests')
export class MyRequestsController {
  constructor(private readonly requests: Requests) {}

  @Get()
  @ByLink('privacy.consents')
  @Returns(MyRequests)
  mine(@LinkHolder() actor: LinkActor) {
    return this.requests.mine(actor);
  }

  @Post()
  @ByLink('privacy.consents')
  @Returns(MyRequests, 201)
  ask(@LinkHolder() actor: LinkActor, @Body({ schema: MyRequestDraft }) draft: MyRequestDraft) {
    return this.requests.askMine(actor, draft);
  }
}
