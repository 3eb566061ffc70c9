import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { Fact, FactDraft, Facts, FactsAtAGlance, FactsQuery } from '@amity/privacy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { FactsService } from './facts.service.js';

@Controller('privacy/people/:personId')
export class FactsController {
  constructor(private readonly facts: FactsService) {}

  @Get('glance')
  @Can('privacy.read_sensitive')
  @Returns(FactsAtAGlance)
  glance(@CurrentActor() actor: MemberActor, @Param('personId', { schema: Id }) personId: Id) {
    return this.facts.glance(actor, personId);
  }

  @Get('facts')
  @Can('privacy.read_sensitive')
  @Returns(Facts)
  read(
    @CurrentActor() actor: MemberActor,
    @Param('personId', { schema: Id }) personId: Id,
    @Query({ schema: FactsQuery }) { purpose }: typeof FactsQuery._output,
  ) {
    return this.facts.read(actor, personId, purpose);
  }

  @Post('facts')
  @Can('privacy.edit_sensitive')
  @Returns(Fact, 201)
  add(@CurrentActor() actor: MemberActor, @Param('personId', { schema: Id }) personId: Id, @Body({ schema: FactDraft }) draft: FactDraft) {
    return this.facts.add(actor, personId, draft);
  }

  @Put('facts/:id')
  @Can('privacy.edit_sensitive')
  @Returns(Fact)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('personId', { schema: Id }) personId: Id,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: FactDraft }) draft: FactDraft,
  ) {
    return this.facts.change(actor, personId, id, version, draft);
  }

  @Delete('facts/:id')
  @Can('privacy.edit_sensitive')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: MemberActor,
    @Param('personId', { schema: Id }) personId: Id,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
  ) {
    return this.facts.remove(actor, personId, id, version);
  }
}
