import type { MemberActor } from '@amity/access';
import { OutcomesReport, ReportQuery } from '@amity/outcomes';
import { Controller, Get, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns, ReturnsFile } from '../http/returns.js';
import { Reports } from './reports.service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('outcomes')
export class ReportsController {
  constructor(private readonly reports: Reports) {}

  @Get('report')
  @Can('outcomes.read')
  @Returns(OutcomesReport)
  report(@CurrentActor() actor: MemberActor, @Query({ schema: ReportQuery }) query: ReportQuery) {
    return this.reports.report(actor, query);
  }

  @Get('report.pdf')
  @Can('outcomes.read')
  @ReturnsFile('application/pdf')
  paper(@CurrentActor() actor: MemberActor, @Query({ schema: ReportQuery }) query: ReportQuery) {
    return this.reports.paper(actor, query);
  }

  @Get('report.xlsx')
  @Can('outcomes.read')
  @ReturnsFile(xlsx)
  workbook(@CurrentActor() actor: MemberActor, @Query({ schema: ReportQuery }) query: ReportQuery) {
    return this.reports.workbook(actor, query);
  }
}
