import { Affiliation, AffiliationDraft, AffiliationList, type MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { AffiliationsService } from './affiliations.service.js';

@Controller('access/affiliations')
export class AffiliationsController {
  constructor(private readonly affiliations: AffiliationsService) {}

  @Get()
  @Can('overview.read_chapters')
  @Returns(AffiliationList)
  list(@CurrentActor() actor: MemberActor) {
    return this.affiliations.list(actor);
  }

  @Post()
  @Can('access.manage_chapters')
  @Returns(Affiliation, 201)
  declare(@CurrentActor() actor: MemberActor, @Body({ schema: AffiliationDraft }) draft: AffiliationDraft) {
    return this.affiliations.declare(actor, draft);
  }

  @Delete(':affiliationId')
  @Can('access.manage_chapters')
  @ReturnsNothing()
  takeBack(@CurrentActor() actor: MemberActor, @Param('affiliationId', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.affiliations.takeBack(actor, id, version);
  }
}
