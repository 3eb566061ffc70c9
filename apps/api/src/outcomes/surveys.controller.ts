import type { LinkActor } from '@amity/access';
import { AnswerSheet, Survey, Thanks } from '@amity/outcomes';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ByLink } from '../http/can.js';
import { LinkHolder } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Surveys } from './surveys.service.js';

@Controller('outcomes/surveys')
export class SurveysController {
  constructor(private readonly surveys: Surveys) {}

  @Get('mine')
  @ByLink('outcomes.answer')
  @Returns(Survey)
  mine(@LinkHolder() actor: LinkActor) {
    return this.surveys.mine(actor);
  }

  @Post('mine/answers')
  @ByLink('outcomes.answer')
  @Returns(Thanks, 201)
  answer(@LinkHolder() actor: LinkActor, @Body({ schema: AnswerSheet }) sheet: AnswerSheet) {
    return this.surveys.answer(actor, sheet);
  }
}
