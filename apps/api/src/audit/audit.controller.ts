import type { MemberActor } from '@amity/access';
import { AuditExport, AuditPage, AuditQuery } from '@amity/audit';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns, ReturnsFile } from '../http/returns.js';
import { AuditService } from './audit.service.js';
import { AuditExports } from './export.service.js';

@Controller('audit/entries')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly exports: AuditExports,
  ) {}

  @Get()
  @Can('audit.read')
  @Returns(AuditPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: AuditQuery }) query: AuditQuery) {
    return this.audit.list(actor, query);
  }

  @Post('export')
  @Can('audit.export')
  @ReturnsFile('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  export(@CurrentActor() actor: MemberActor, @Body({ schema: AuditExport }) wanted: AuditExport) {
    return this.exports.export(actor, wanted);
  }
}
