import type { MemberActor } from '@amity/access';
import { TodayOverview } from '@amity/overview';
import { Controller, Get } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Overviews } from './overview.service.js';

@Controller('overview')
export class OverviewController {
  constructor(private readonly overviews: Overviews) {}

  @Get('today')
  @Can('overview.read')
  @Returns(TodayOverview)
  today(@CurrentActor() actor: MemberActor) {
    return this.overviews.today(actor, new Date());
  }
}
