import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { Indicator, IndicatorDraft, IndicatorPage, IndicatorsQuery, Measurement, MeasurementDraft, MeasurementList } from '@amity/outcomes';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { Indicators } from './indicators.service.js';

@Controller('outcomes')
export class IndicatorsController {
  constructor(private readonly indicators: Indicators) {}

  @Get('indicators')
  @Can('outcomes.read')
  @Returns(IndicatorPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: IndicatorsQuery }) query: IndicatorsQuery) {
    return this.indicators.list(actor, query);
  }

  @Post('indicators')
  @Can('outcomes.edit')
  @Returns(Indicator, 201)
  add(@CurrentActor() actor: MemberActor, @Body({ schema: IndicatorDraft }) draft: IndicatorDraft) {
    return this.indicators.add(actor, draft);
  }

  @Get('indicators/:id')
  @Can('outcomes.read')
  @Returns(Indicator)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.indicators.get(actor, id);
  }

  @Put('indicators/:id')
  @Can('outcomes.edit')
  @Returns(Indicator)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: IndicatorDraft }) draft: IndicatorDraft,
  ) {
    return this.indicators.change(actor, id, version, draft);
  }

  @Delete('indicators/:id')
  @Can('outcomes.edit')
  @ReturnsNothing()
  remove(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.indicators.remove(actor, id, version);
  }

  @Get('indicators/:id/measurements')
  @Can('outcomes.read')
  @Returns(MeasurementList)
  measurements(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.indicators.measurements(actor, id);
  }

  @Post('indicators/:id/measurements')
  @Can('outcomes.edit')
  @Returns(Measurement, 201)
  measure(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Body({ schema: MeasurementDraft }) draft: MeasurementDraft,
  ) {
    return this.indicators.measure(actor, id, draft);
  }

  @Put('measurements/:id')
  @Can('outcomes.edit')
  @Returns(Measurement)
  correct(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: MeasurementDraft }) draft: MeasurementDraft,
  ) {
    return this.indicators.correct(actor, id, version, draft);
  }

  @Delete('measurements/:id')
  @Can('outcomes.edit')
  @ReturnsNothing()
  removeMeasurement(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.indicators.removeMeasurement(actor, id, version);
  }
}
