import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { Site, SiteDraft, SitePage, SitesQuery } from '@amity/visits';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Sites } from './sites.service.js';

@Controller('visits/sites')
export class SitesController {
  constructor(private readonly sites: Sites) {}

  @Get()
  @Can('visits.read')
  @Returns(SitePage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: SitesQuery }) query: SitesQuery) {
    return this.sites.list(actor, query);
  }

  @Post()
  @Can('visits.schedule')
  @Returns(Site, 201)
  add(@CurrentActor() actor: MemberActor, @Body({ schema: SiteDraft }) draft: SiteDraft) {
    return this.sites.add(actor, draft);
  }

  @Get(':id')
  @Can('visits.read')
  @Returns(Site)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.sites.get(actor, id);
  }

  @Put(':id')
  @Can('visits.schedule')
  @Returns(Site)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: SiteDraft }) draft: SiteDraft,
  ) {
    return this.sites.change(actor, id, version, draft);
  }
}
