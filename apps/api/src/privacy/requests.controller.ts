import type { MemberActor } from '@amity/access';
import { Id } from '@amity/kernel';
import { DataRequest, DataRequests, Ending, Extension, IdentityCheck, RequestDraft } from '@amity/privacy';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Can, Confirmed } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsFile } from '../http/returns.js';
import { Archives } from './archives.service.js';
import { Erasures } from './erasures.service.js';
import { Requests } from './requests.service.js';

const OfRequest = () => Param('requestId', { schema: Id });

@Controller('privacy/requests')
export class RequestsController {
  constructor(
    private readonly requests: Requests,
    private readonly archives: Archives,
    private readonly erasures: Erasures,
  ) {}

  @Get()
  @Can('privacy.handle_requests')
  @Returns(DataRequests)
  list(@CurrentActor() actor: MemberActor) {
    return this.requests.list(actor);
  }

  @Post()
  @Can('privacy.handle_requests')
  @Returns(DataRequest, 201)
  receive(@CurrentActor() actor: MemberActor, @Body({ schema: RequestDraft }) draft: RequestDraft) {
    return this.requests.receive(actor, draft);
  }

  @Get(':requestId')
  @Can('privacy.handle_requests')
  @Returns(DataRequest)
  get(@CurrentActor() actor: MemberActor, @OfRequest() id: Id) {
    return this.requests.get(actor, id);
  }

  @Post(':requestId/identity')
  @Can('privacy.handle_requests')
  @Returns(DataRequest)
  verify(
    @CurrentActor() actor: MemberActor,
    @OfRequest() id: Id,
    @IfMatch() version: number,
    @Body({ schema: IdentityCheck }) check: IdentityCheck,
  ) {
    return this.requests.verify(actor, id, version, check);
  }

  @Post(':requestId/extension')
  @Can('privacy.handle_requests')
  @Returns(DataRequest)
  extend(
    @CurrentActor() actor: MemberActor,
    @OfRequest() id: Id,
    @IfMatch() version: number,
    @Body({ schema: Extension }) extension: Extension,
  ) {
    return this.requests.extend(actor, id, version, extension);
  }

  @Post(':requestId/end')
  @Can('privacy.handle_requests')
  @Returns(DataRequest)
  end(@CurrentActor() actor: MemberActor, @OfRequest() id: Id, @IfMatch() version: number, @Body({ schema: Ending }) ending: Ending) {
    return this.requests.end(actor, id, version, ending);
  }

  @Post(':requestId/archive')
  @Can('privacy.handle_requests')
  @Confirmed()
  @Returns(DataRequest, 201)
  make(@CurrentActor() actor: MemberActor, @OfRequest() id: Id) {
    return this.archives.make(actor, id);
  }

  @Post(':requestId/archive/take')
  @Can('privacy.handle_requests')
  @Confirmed()
  @ReturnsFile('application/zip')
  take(@CurrentActor() actor: MemberActor, @OfRequest() id: Id) {
    return this.archives.take(actor, id);
  }

  @Post(':requestId/erase')
  @Can('privacy.handle_requests')
  @Confirmed()
  @Returns(DataRequest)
  erase(@CurrentActor() actor: MemberActor, @OfRequest() id: Id, @IfMatch() version: number) {
    return this.erasures.erase(actor, id, version);
  }
}
