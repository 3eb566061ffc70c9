import type { LinkActor } from '@amity/access';
import { FamilyOffer, PlacementAnswer } from '@amity/placements';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ByLink } from '../http/can.js';
import { LinkHolder } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { PlacementAnswers } from './placement-answers.service.js';

/** The family's side: one offer, by the link in its letter. */
@Controller('placements/offer')
export class FamilyOfferController {
  constructor(private readonly answers: PlacementAnswers) {}

  @Get()
  @ByLink('placements.answer')
  @Returns(FamilyOffer)
  shown(@LinkHolder() actor: LinkActor) {
    return this.answers.shown(actor);
  }

  @Post('answer')
  @ByLink('placements.answer')
  @Returns(FamilyOffer)
  answer(@LinkHolder() actor: LinkActor, @Body({ schema: PlacementAnswer }) answer: PlacementAnswer) {
    return this.answers.byFamily(actor, answer);
  }
}
