import type { MemberActor } from '@amity/access';
import { Job, JobList, JobQuery } from '@amity/interchange';
import { Id } from '@amity/kernel';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Jobs } from './jobs.js';

@Controller('interchange/jobs')
export class JobsController {
  constructor(private readonly jobs: Jobs) {}

  @Get()
  @Can('interchange.see_jobs')
  @Returns(JobList)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: JobQuery }) query: JobQuery) {
    return this.jobs.list(actor, query);
  }

  @Get(':id')
  @Can('interchange.see_jobs')
  @Returns(Job)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.jobs.get(actor, id);
  }

  @Post(':id/cancel')
  @Can('interchange.see_jobs')
  @Returns(Job)
  cancel(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.jobs.cancel(actor, id);
  }
}
