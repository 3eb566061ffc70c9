import { SessionList } from '@amity/access';
import { Id } from '@amity/kernel';
import { Controller, Delete, Get, Param } from '@nestjs/common';
import { Confirmed, SignedIn } from '../http/can.js';
import { ThisSession } from '../http/current-actor.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { DevicesService } from './devices.service.js';
import type { OpenSession } from './sessions.js';

@Controller('access/sessions')
export class DevicesController {
  constructor(private readonly devices: DevicesService) {}

  @Get()
  @SignedIn()
  @Returns(SessionList)
  list(@ThisSession() session: OpenSession): Promise<SessionList> {
    return this.devices.list(session);
  }

  @Delete()
  @SignedIn()
  @Confirmed()
  @ReturnsNothing()
  endOthers(@ThisSession() session: OpenSession): Promise<void> {
    return this.devices.endOthers(session);
  }

  @Delete(':id')
  @SignedIn()
  @ReturnsNothing()
  end(@ThisSession() session: OpenSession, @Param('id', { schema: Id }) id: Id): Promise<void> {
    return this.devices.end(session, id);
  }
}
