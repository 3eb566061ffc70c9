import type { MemberActor } from '@amity/access';
import { Id, PageQuery } from '@amity/kernel';
import { DeletionCertificates, HoldDraft, HoldRelease, KeepDraft, LegalHold, LegalHolds, RetentionOverview } from '@amity/privacy';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsFile } from '../http/returns.js';
import { Holds } from './holds.service.js';
import { Retention } from './retention.service.js';

@Controller('privacy')
export class RetentionController {
  constructor(
    private readonly retention: Retention,
    private readonly holds: Holds,
  ) {}

  @Get('retention')
  @Can('privacy.manage_retention')
  @Returns(RetentionOverview)
  overview(@CurrentActor() actor: MemberActor) {
    return this.retention.overview(actor);
  }

  @Put('retention/:policyId')
  @Can('privacy.manage_retention')
  @Returns(RetentionOverview)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('policyId', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: KeepDraft }) draft: KeepDraft,
  ) {
    return this.retention.change(actor, id, version, draft);
  }

  @Get('certificates')
  @Can('privacy.manage_retention')
  @Returns(DeletionCertificates)
  certificates(@CurrentActor() actor: MemberActor, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.retention.certificates(actor, page);
  }

  @Get('certificates/:certificateId/paper')
  @Can('privacy.manage_retention')
  @ReturnsFile('application/pdf')
  paper(@CurrentActor() actor: MemberActor, @Param('certificateId', { schema: Id }) id: Id) {
    return this.retention.paper(actor, id);
  }

  @Get('holds')
  @Can('privacy.manage_retention')
  @Returns(LegalHolds)
  held(@CurrentActor() actor: MemberActor) {
    return this.holds.list(actor);
  }

  @Post('holds')
  @Can('privacy.manage_retention')
  @Returns(LegalHold, 201)
  place(@CurrentActor() actor: MemberActor, @Body({ schema: HoldDraft }) draft: HoldDraft) {
    return this.holds.place(actor, draft);
  }

  @Post('holds/:holdId/release')
  @Can('privacy.manage_retention')
  @Returns(LegalHold)
  release(
    @CurrentActor() actor: MemberActor,
    @Param('holdId', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: HoldRelease }) release: HoldRelease,
  ) {
    return this.holds.release(actor, id, version, release);
  }
}
