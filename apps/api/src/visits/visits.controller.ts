import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { Visit, VisitDraft, VisitPage, VisitsQuery } from '@amity/visits';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Visits } from './visits.service.js';

@Controller('visits')
export class VisitsController {
  constructor(private readonly visits: Visits) {}

  @Get()
  @Can('visits.read')
  @Returns(VisitPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: VisitsQuery }) query: VisitsQuery) {
    return this.visits.list(actor, query);
  }

  @Get('of-delegation/:delegationId')
  @Can('visits.read')
  @Returns(Visit)
  ofDelegation(@CurrentActor() actor: MemberActor, @Param('delegationId', { schema: Id }) delegationId: Id) {
    return this.visits.ofDelegation(actor, delegationId);
  }

  @Put(':id')
  @Can('visits.schedule')
  @Returns(Visit)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: VisitDraft }) draft: VisitDraft,
  ) {
    return this.visits.change(actor, id, version, draft);
  }
}
