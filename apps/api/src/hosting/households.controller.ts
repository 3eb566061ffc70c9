import type { MemberActor } from '@amity/access';
import {
  Check,
  Household,
  HouseholdChange,
  HouseholdPage,
  HouseholdsQuery,
  HouseholdTimeline,
  SignUpDraft,
  StateChange,
} from '@amity/hosting';
import { Id, PageQuery } from '@amity/kernel';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { HouseholdIntake } from './household-intake.service.js';
import { Households } from './households.service.js';
import { Screenings } from './screenings.service.js';

@Controller('hosting/households')
export class HouseholdsController {
  constructor(
    private readonly households: Households,
    private readonly screenings: Screenings,
    private readonly intake: HouseholdIntake,
  ) {}

  @Get()
  @Can('hosting.read')
  @Returns(HouseholdPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: HouseholdsQuery }) query: HouseholdsQuery) {
    return this.households.list(actor, query);
  }

  @Post()
  @Can('hosting.edit')
  @Returns(Household, 201)
  add(@CurrentActor() actor: MemberActor, @Body({ schema: SignUpDraft }) draft: SignUpDraft) {
    return this.intake.add(actor, draft);
  }

  @Get(':id')
  @Can('hosting.read')
  @Returns(Household)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.households.get(actor, id);
  }

  @Patch(':id')
  @Can('hosting.edit')
  @Returns(Household)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: HouseholdChange }) change: HouseholdChange,
  ) {
    return this.households.change(actor, id, version, change);
  }

  @Post(':id/checks')
  @Can('hosting.screen')
  @Returns(Household, 201)
  recordCheck(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Body({ schema: Check }) check: Check) {
    return this.screenings.recordCheck(actor, id, check);
  }

  @Post(':id/state')
  @Can('hosting.screen')
  @Returns(Household)
  changeState(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: StateChange }) { to }: StateChange,
  ) {
    return this.households.changeState(actor, id, version, to);
  }

  @Get(':id/timeline')
  @Can('hosting.read')
  @Returns(HouseholdTimeline)
  timeline(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.households.timeline(actor, id, page);
  }
}
