import type { MemberActor } from '@amity/access';
import { Delegate, DelegateChange, DelegateDraft, Roster } from '@amity/delegations';
import { Id } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { Rosters } from './roster.service.js';

@Controller('delegations/:id/roster')
export class RosterController {
  constructor(private readonly rosters: Rosters) {}

  @Get()
  @Can('delegations.read')
  @Returns(Roster)
  list(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.rosters.list(actor, id);
  }

  @Post()
  @Can('delegations.edit')
  @Returns(Delegate, 201)
  add(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Body({ schema: DelegateDraft }) draft: DelegateDraft) {
    return this.rosters.add(actor, id, draft);
  }

  @Put(':delegateId')
  @Can('delegations.edit')
  @Returns(Delegate)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Param('delegateId', { schema: Id }) delegateId: Id,
    @IfMatch() version: number,
    @Body({ schema: DelegateChange }) change: DelegateChange,
  ) {
    return this.rosters.change(actor, id, delegateId, version, change);
  }

  @Delete(':delegateId')
  @Can('delegations.edit')
  @ReturnsNothing()
  remove(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Param('delegateId', { schema: Id }) delegateId: Id,
    @IfMatch() version: number,
  ) {
    return this.rosters.remove(actor, id, delegateId, version);
  }
}
