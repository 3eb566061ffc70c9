import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { Appointment, AppointmentDraft, AppointmentList, AppointmentsQuery, AppointmentStateChange } from '@amity/visits';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { Appointments } from './appointments.service.js';

@Controller('visits')
export class AppointmentsController {
  constructor(private readonly appointments: Appointments) {}

  @Get(':id/appointments')
  @Can('visits.read')
  @Returns(AppointmentList)
  list(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Query({ schema: AppointmentsQuery }) query: AppointmentsQuery,
  ) {
    return this.appointments.list(actor, id, query);
  }

  @Post(':id/appointments')
  @Can('visits.schedule')
  @Returns(Appointment, 201)
  plan(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Body({ schema: AppointmentDraft }) draft: AppointmentDraft,
  ) {
    return this.appointments.plan(actor, id, draft);
  }

  @Get('appointments/:id')
  @Can('visits.read')
  @Returns(Appointment)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.appointments.get(actor, id);
  }

  @Put('appointments/:id')
  @Can('visits.schedule')
  @Returns(Appointment)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: AppointmentDraft }) draft: AppointmentDraft,
  ) {
    return this.appointments.change(actor, id, version, draft);
  }

  @Post('appointments/:id/state')
  @Can('visits.schedule')
  @Returns(Appointment)
  move(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: AppointmentStateChange }) change: AppointmentStateChange,
  ) {
    return this.appointments.move(actor, id, version, change.state);
  }

  @Delete('appointments/:id')
  @Can('visits.schedule')
  @ReturnsNothing()
  remove(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.appointments.remove(actor, id, version);
  }

  @Post('appointments/:id/bring-back')
  @Can('visits.schedule')
  @Returns(Appointment)
  bringBack(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.appointments.bringBack(actor, id);
  }
}
