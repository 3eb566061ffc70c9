import type { MemberActor } from '@amity/access';
import { RosterImport, RosterPreview, RosterReading, RosterReport } from '@amity/delegations';
import { Job } from '@amity/interchange';
import { Id } from '@amity/kernel';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Described } from '../http/described.js';
import { Returns } from '../http/returns.js';
import { RosterImports } from './roster-import.service.js';

@Controller('delegations/:id/roster')
export class RosterImportController {
  constructor(private readonly imports: RosterImports) {}

  @Post('files')
  @Can('interchange.import')
  @Described(({ ApiConsumes }) => ApiConsumes('multipart/form-data'))
  @Described(({ ApiBody }) =>
    ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] } }),
  )
  @Returns(RosterPreview, 201)
  upload(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Req() request: FastifyRequest) {
    return this.imports.upload(actor, id, request);
  }

  @Get('files/:fileId')
  @Can('interchange.import')
  @Returns(RosterPreview)
  preview(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @Param('fileId', { schema: Id }) fileId: Id,
    @Query({ schema: RosterReading }) reading: RosterReading,
  ) {
    return this.imports.preview(actor, id, fileId, reading);
  }

  @Post('dry-runs')
  @Can('interchange.import')
  @Returns(RosterReport)
  dryRun(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Body({ schema: RosterImport }) wanted: RosterImport) {
    return this.imports.dryRun(actor, id, wanted);
  }

  @Post('imports')
  @Can('interchange.import')
  @Returns(Job, 202)
  start(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Body({ schema: RosterImport }) wanted: RosterImport) {
    return this.imports.start(actor, id, wanted);
  }
}
