import type { MemberActor } from '@amity/access';
import { PageQuery } from '@amity/kernel';
import { OutboxPage } from '@amity/messages';
import { Controller, Get, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { MessagesService } from './messages.service.js';

@Controller('messages/outbox')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get()
  @Can('messages.read_outbox')
  @Returns(OutboxPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.messages.list(actor, page);
  }
}
