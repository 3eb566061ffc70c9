import type { MemberActor } from '@amity/access';
import { OwnHomes } from '@amity/hosting';
import { Controller, Get } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { Returns } from '../http/returns.js';
import { Homes } from './homes.service.js';

@Controller('hosting')
export class OwnHomesController {
  constructor(private readonly homes: Homes) {}

  @Get('own')
  @Can('hosting.read_own')
  @Returns(OwnHomes)
  own(@CurrentActor() actor: MemberActor) {
    return this.homes.own(actor);
  }
}
