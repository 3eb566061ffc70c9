import type { MemberActor } from '@amity/access';
import { Job } from '@amity/interchange';
import { TwinTownFile, TwinTownImport } from '@amity/partnerships';
import { Body, Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Described } from '../http/described.js';
import { Returns } from '../http/returns.js';
import { TwinTownImports } from './twin-town-imports.js';

@Controller('partnerships/imports')
export class TwinTownImportsController {
  constructor(private readonly imports: TwinTownImports) {}

  @Post('files')
  @Can('partnerships.edit')
  @Described(({ ApiConsumes }) => ApiConsumes('multipart/form-data'))
  @Returns(TwinTownFile, 201)
  keep(@CurrentActor() actor: MemberActor, @Req() request: FastifyRequest) {
    return this.imports.keep(actor, request);
  }

  @Post()
  @Can('partnerships.edit')
  @Returns(Job, 201)
  start(@CurrentActor() actor: MemberActor, @Body({ schema: TwinTownImport }) order: TwinTownImport) {
    return this.imports.start(actor, order);
  }
}
