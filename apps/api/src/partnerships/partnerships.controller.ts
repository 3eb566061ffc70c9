import type { MemberActor } from '@amity/access';
import { AuditPage } from '@amity/audit';
import { Id, PageQuery } from '@amity/kernel';
import {
  CommunitiesQuery,
  CommunityPage,
  Partnership,
  PartnershipChange,
  PartnershipDraft,
  PartnershipPage,
  PartnershipsQuery,
} from '@amity/partnerships';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Partnerships } from './partnerships.service.js';

@Controller('partnerships')
export class PartnershipsController {
  constructor(private readonly partnerships: Partnerships) {}

  @Get()
  @Can('partnerships.read')
  @Returns(PartnershipPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: PartnershipsQuery }) query: PartnershipsQuery) {
    return this.partnerships.list(actor, query);
  }

  @Post()
  @Can('partnerships.edit')
  @Returns(Partnership, 201)
  add(@CurrentActor() actor: MemberActor, @Body({ schema: PartnershipDraft }) draft: PartnershipDraft) {
    return this.partnerships.add(actor, draft);
  }

  @Get('communities')
  @Can('partnerships.read')
  @Returns(CommunityPage)
  listCommunities(@CurrentActor() actor: MemberActor, @Query({ schema: CommunitiesQuery }) query: CommunitiesQuery) {
    return this.partnerships.listCommunities(actor, query);
  }

  @Get(':id')
  @Can('partnerships.read')
  @Returns(Partnership)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.partnerships.get(actor, id);
  }

  @Patch(':id')
  @Can('partnerships.edit')
  @Returns(Partnership)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: PartnershipChange }) change: PartnershipChange,
  ) {
    return this.partnerships.change(actor, id, version, change);
  }

  @Get(':id/timeline')
  @Can('partnerships.read')
  @Returns(AuditPage)
  timeline(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.partnerships.timeline(actor, id, page);
  }
}
