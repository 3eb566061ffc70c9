import type { MemberActor } from '@amity/access';
import {
  AssignmentDraft,
  Assignments,
  DelegationShares,
  Differences,
  OwnJourneys,
  PartnerEntryDraft,
  Partners,
  Share,
  ShareDraft,
  SharedDelegation,
  SharedHeads,
  SharePage,
  SharesQuery,
} from '@amity/delegations';
import { Id } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { AssignmentsService } from './assignments.service.js';
import { DifferencesService } from './differences.service.js';
import { OwnJourneysService } from './own-journeys.service.js';
import { SharedDelegations } from './shared.service.js';
import { Shares } from './shares.service.js';

/** For those who see less than everything: what is theirs, and what was shared with them. */
@Controller('delegations')
export class SharedController {
  constructor(
    private readonly shared: SharedDelegations,
    private readonly own: OwnJourneysService,
  ) {}

  @Get('own')
  @Can('delegations.read_own')
  @Returns(OwnJourneys)
  journeys(@CurrentActor() actor: MemberActor) {
    return this.own.list(actor);
  }

  @Get('shared')
  @Can('delegations.read_shared')
  @Returns(SharedHeads)
  list(@CurrentActor() actor: MemberActor) {
    return this.shared.list(actor);
  }

  @Get('shared/:id')
  @Can('delegations.read_shared')
  @Returns(SharedDelegation)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.shared.get(actor, id);
  }

  @Put('shared/:id/delegates/:delegateId')
  @Can('delegations.read_shared')
  @ReturnsNothing()
  enter(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Param('delegateId', { schema: Id }) delegateId: Id,
    @Body({ schema: PartnerEntryDraft }) draft: PartnerEntryDraft,
  ) {
    return this.shared.enter(actor, id, delegateId, draft);
  }
}

@Controller('delegations')
export class SharesController {
  constructor(
    private readonly shares: Shares,
    private readonly differences: DifferencesService,
    private readonly assignments: AssignmentsService,
  ) {}

  @Get('shares')
  @Can('delegations.share')
  @Returns(SharePage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: SharesQuery }) query: SharesQuery) {
    return this.shares.list(actor, query);
  }

  @Get('shares/partners')
  @Can('delegations.share')
  @Returns(Partners)
  partners(@CurrentActor() actor: MemberActor) {
    return this.shares.partners(actor);
  }

  @Post('shares')
  @Can('delegations.share')
  @Returns(Share, 201)
  share(@CurrentActor() actor: MemberActor, @Body({ schema: ShareDraft }) draft: ShareDraft) {
    return this.shares.share(actor, draft);
  }

  @Post('shares/:shareId/revoke')
  @Can('delegations.share')
  @Returns(Share)
  revoke(@CurrentActor() actor: MemberActor, @Param('shareId', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.shares.revoke(actor, id, version);
  }

  @Get(':id/shares')
  @Can('delegations.share')
  @Returns(DelegationShares)
  ofDelegation(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.shares.ofDelegation(actor, id);
  }

  @Get(':id/differences')
  @Can('delegations.share')
  @Returns(Differences)
  disagreements(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.differences.list(actor, id);
  }

  @Post(':id/differences/:entryId/take')
  @Can('delegations.edit')
  @Returns(Differences)
  take(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Param('entryId', { schema: Id }) entryId: Id,
    @IfMatch() version: number,
  ) {
    return this.differences.take(actor, id, entryId, version);
  }

  @Get(':id/assignments')
  @Can('delegations.edit')
  @Returns(Assignments)
  assigned(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.assignments.list(actor, id);
  }

  @Post(':id/assignments')
  @Can('delegations.edit')
  @Returns(Assignments, 201)
  assign(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Body({ schema: AssignmentDraft }) draft: AssignmentDraft,
  ) {
    return this.assignments.assign(actor, id, draft);
  }

  @Delete(':id/assignments/:assignmentId')
  @Can('delegations.edit')
  @Returns(Assignments)
  release(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Param('assignmentId', { schema: Id }) assignmentId: Id,
  ) {
    return this.assignments.release(actor, id, assignmentId);
  }
}
