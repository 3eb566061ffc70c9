import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import {
  Instrument,
  InstrumentDraft,
  InstrumentList,
  InvitationLink,
  InvitationList,
  LettersSent,
  Wave,
  WaveDates,
  WaveDraft,
  WavePage,
  WaveResults,
  WavesQuery,
} from '@amity/outcomes';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Instruments } from './instruments.service.js';
import { Invitations } from './invitations.service.js';
import { Waves } from './waves.service.js';

@Controller('outcomes')
export class WavesController {
  constructor(
    private readonly waves: Waves,
    private readonly invitations: Invitations,
    private readonly instruments: Instruments,
  ) {}

  @Get('instruments')
  @Can('outcomes.read')
  @Returns(InstrumentList)
  listInstruments(@CurrentActor() actor: MemberActor) {
    return this.instruments.list(actor);
  }

  @Put('instruments/:id')
  @Can('outcomes.edit')
  @Returns(Instrument)
  changeInstrument(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: InstrumentDraft }) draft: InstrumentDraft,
  ) {
    return this.instruments.change(actor, id, version, draft);
  }

  @Get('waves')
  @Can('outcomes.read')
  @Returns(WavePage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: WavesQuery }) query: WavesQuery) {
    return this.waves.list(actor, query);
  }

  @Post('waves')
  @Can('outcomes.edit')
  @Returns(Wave, 201)
  open(@CurrentActor() actor: MemberActor, @Body({ schema: WaveDraft }) draft: WaveDraft) {
    return this.waves.open(actor, draft);
  }

  @Get('waves/:id')
  @Can('outcomes.read')
  @Returns(Wave)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.waves.get(actor, id);
  }

  @Put('waves/:id/dates')
  @Can('outcomes.edit')
  @Returns(Wave)
  changeDates(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: WaveDates }) dates: WaveDates,
  ) {
    return this.waves.changeDates(actor, id, version, dates);
  }

  @Get('waves/:id/results')
  @Can('outcomes.read')
  @Returns(WaveResults)
  results(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.waves.results(actor, id);
  }

  @Get('waves/:id/invitations')
  @Can('outcomes.edit')
  @Returns(InvitationList)
  listInvitations(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.invitations.list(actor, id);
  }

  /** Invites those who joined the roster after the survey was opened. */
  @Post('waves/:id/invitations')
  @Can('outcomes.edit')
  @Returns(LettersSent)
  inviteTheRest(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.invitations.inviteTheRest(actor, id);
  }

  @Post('waves/:id/reminders')
  @Can('outcomes.edit')
  @Returns(LettersSent)
  remind(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.invitations.remind(actor, id);
  }

  /** A new personal link, shown this once; the one before it stops working. */
  @Post('invitations/:id/link')
  @Can('outcomes.edit')
  @Returns(InvitationLink, 201)
  makeLink(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.invitations.makeLink(actor, id);
  }
}
