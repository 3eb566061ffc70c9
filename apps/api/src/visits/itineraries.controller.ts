import type { LinkActor, MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import {
  FeedLink,
  ItineraryPreview,
  ItineraryVersion,
  ItineraryVersions,
  OwnItineraries,
  PaperQuery,
  PocketItinerary,
} from '@amity/visits';
import { Controller, Delete, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ByLink, Can } from '../http/can.js';
import { CurrentActor, LinkHolder } from '../http/current-actor.js';
import { Returns, ReturnsFile, ReturnsNothing } from '../http/returns.js';
import { Feeds } from './feeds.service.js';
import { Itineraries } from './itineraries.service.js';
import { Papers } from './papers.service.js';

@Controller('visits')
export class ItinerariesController {
  constructor(
    private readonly itineraries: Itineraries,
    private readonly papers: Papers,
    private readonly feeds: Feeds,
  ) {}

  @Get(':id/changes')
  @Can('visits.read')
  @Returns(ItineraryPreview)
  preview(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.itineraries.preview(actor, id);
  }

  @Post(':id/publish')
  @Can('visits.publish')
  @Returns(ItineraryVersion, 201)
  publish(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.itineraries.publish(actor, id);
  }

  @Get(':id/versions')
  @Can('visits.read')
  @Returns(ItineraryVersions)
  versions(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.itineraries.versions(actor, id);
  }

  @Get(':id/itinerary.pdf')
  @Can('visits.read')
  @ReturnsFile('application/pdf')
  paper(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Query({ schema: PaperQuery }) { draft }: PaperQuery) {
    return this.papers.itinerary(actor, id, draft);
  }

  @Post(':id/feed')
  @Can('visits.publish')
  @Returns(FeedLink, 201)
  issueFeed(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.feeds.issue(actor, id);
  }

  @Delete(':id/feed')
  @Can('visits.publish')
  @ReturnsNothing()
  revokeFeed(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.feeds.revoke(actor, id);
  }

  /** The address ends in `.ics`, because some calendars insist on it. */
  @Get('feeds/:token')
  @ByLink('visits.feed')
  @ReturnsFile('text/calendar')
  async feed(
    @LinkHolder() actor: LinkActor,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { etag, calendar } = await this.feeds.answer(actor, known);
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    await (calendar === null ? reply.status(304).send() : reply.type('text/calendar; charset=utf-8').send(calendar));
  }

  @Get('own')
  @Can('delegations.read_own')
  @Returns(OwnItineraries)
  own(@CurrentActor() actor: MemberActor) {
    return this.itineraries.own(actor);
  }

  @Get('pocket')
  @ByLink('visits.feed')
  @Returns(PocketItinerary)
  pocket(@LinkHolder() actor: LinkActor) {
    return this.itineraries.pocket(actor);
  }

  @Get('pocket/itinerary.pdf')
  @ByLink('visits.feed')
  @ReturnsFile('application/pdf')
  pocketPaper(@LinkHolder() actor: LinkActor) {
    return this.papers.itinerary(actor, actor.subjectId, false);
  }
}
