import type { MemberActor } from '@amity/access';
import { ChapterOverview, ChaptersQuery, TodayOverview } from '@amity/overview';
import { Controller, Get, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Chapters } from './chapters.service.js';
import { Overviews } from './overview.service.js';

@Controller('overview')
export class OverviewController {
  constructor(
    private readonly overviews: Overviews,
    private readonly chapters: Chapters,
  ) {}

  @Get('today')
  @Can('overview.read')
  @Returns(TodayOverview)
  today(@CurrentActor() actor: MemberActor) {
    return this.overviews.today(actor, new Date());
  }

  @Get('chapters')
  @Can('overview.read_chapters')
  @Returns(ChapterOverview)
  chaptersIn(@CurrentActor() actor: MemberActor, @Query({ schema: ChaptersQuery }) query: ChaptersQuery) {
    return this.chapters.overview(actor, query, new Date());
  }
}
