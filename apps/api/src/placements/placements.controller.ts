import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import {
  Candidates,
  CandidatesQuery,
  DelegationPlacements,
  HouseholdPlacements,
  Placement,
  PlacementAnswer,
  PlacementDraft,
  PlacementTalliesQuery,
  PlacementTallyPage,
} from '@amity/placements';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { PlacementAnswers } from './placement-answers.service.js';
import { PlacementBoards } from './placement-boards.service.js';
import { Placements } from './placements.service.js';

@Controller('placements')
export class PlacementsController {
  constructor(
    private readonly placements: Placements,
    private readonly answers: PlacementAnswers,
    private readonly boards: PlacementBoards,
  ) {}

  @Get('delegations')
  @Can('placements.read')
  @Returns(PlacementTallyPage)
  tallies(@CurrentActor() actor: MemberActor, @Query({ schema: PlacementTalliesQuery }) query: PlacementTalliesQuery) {
    return this.boards.tallies(actor, query);
  }

  @Get('delegations/:id')
  @Can('placements.read')
  @Returns(DelegationPlacements)
  ofDelegation(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.boards.ofDelegation(actor, id);
  }

  @Get('delegates/:id/candidates')
  @Can('placements.read')
  @Returns(Candidates)
  candidates(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Query({ schema: CandidatesQuery }) query: CandidatesQuery,
  ) {
    return this.boards.candidates(actor, id, query);
  }

  @Get('households/:id')
  @Can('placements.read')
  @Returns(HouseholdPlacements)
  ofHousehold(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.boards.ofHousehold(actor, id);
  }

  @Post()
  @Can('placements.place')
  @Returns(Placement, 201)
  place(@CurrentActor() actor: MemberActor, @Body({ schema: PlacementDraft }) draft: PlacementDraft) {
    return this.placements.place(actor, draft);
  }

  @Post(':id/cancel')
  @Can('placements.place')
  @Returns(Placement)
  cancel(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.placements.cancel(actor, id, version);
  }

  @Post(':id/answer')
  @Can('placements.place')
  @Returns(Placement)
  answer(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: PlacementAnswer }) answer: PlacementAnswer,
  ) {
    return this.answers.onBehalf(actor, id, version, answer);
  }
}
