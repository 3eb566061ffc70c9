import type { MemberActor } from '@amity/access';
import { Delegation, DelegationDraft, DelegationPage, DelegationsQuery, DelegationStateChange } from '@amity/delegations';
import { Id } from '@amity/kernel';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Delegations } from './delegations.service.js';

@Controller('delegations')
export class DelegationsController {
  constructor(private readonly delegations: Delegations) {}

  @Get()
  @Can('delegations.read')
  @Returns(DelegationPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: DelegationsQuery }) query: DelegationsQuery) {
    return this.delegations.list(actor, query);
  }

  @Post()
  @Can('delegations.edit')
  @Returns(Delegation, 201)
  plan(@CurrentActor() actor: MemberActor, @Body({ schema: DelegationDraft }) draft: DelegationDraft) {
    return this.delegations.plan(actor, draft);
  }

  @Get(':id')
  @Can('delegations.read')
  @Returns(Delegation)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.delegations.get(actor, id);
  }

  @Put(':id')
  @Can('delegations.edit')
  @Returns(Delegation)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: DelegationDraft }) draft: DelegationDraft,
  ) {
    return this.delegations.change(actor, id, version, draft);
  }

  @Post(':id/state')
  @Can('delegations.edit')
  @Returns(Delegation)
  move(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: DelegationStateChange }) change: DelegationStateChange,
  ) {
    return this.delegations.move(actor, id, version, change.state);
  }
}
