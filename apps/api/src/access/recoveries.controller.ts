import type { LinkActor, MemberActor } from '@amity/access';
import { AskForRecovery, RecoveryAnswer, RecoveryRequestList, RecoveryStanding } from '@amity/access';
import { Id } from '@amity/kernel';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ByLink, Can, Confirmed, Public } from '../http/can.js';
import { CurrentActor, LinkHolder } from '../http/current-actor.js';
import { Described } from '../http/described.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { Browser, FromBrowser } from './browser.js';
import { RecoveriesService } from './recoveries.service.js';
import { RecoveryAsking } from './recovery-asking.service.js';

@Controller('access/recoveries')
export class RecoveriesController {
  constructor(
    private readonly recoveries: RecoveriesService,
    private readonly asking: RecoveryAsking,
  ) {}

  @Post()
  @Public('whoever lost the second factor cannot sign in to ask; the answer is the same for everybody')
  @HttpCode(202)
  @Described(({ ApiResponse }) =>
    ApiResponse({ status: 202, description: 'If the password is right and a second factor stands, two administrators are asked' }),
  )
  ask(@Body({ schema: AskForRecovery }) asked: AskForRecovery, @FromBrowser() browser: Browser): Promise<void> {
    return this.asking.ask(asked, browser);
  }

  @Post('mine/stop')
  @ByLink('access.recovery')
  @ReturnsNothing()
  stop(@LinkHolder() actor: LinkActor): Promise<void> {
    return this.asking.stop(actor);
  }

  @Get()
  @Can('access.manage_users')
  @Returns(RecoveryRequestList)
  list(@CurrentActor() actor: MemberActor): Promise<RecoveryRequestList> {
    return this.recoveries.list(actor);
  }

  @Post(':recoveryId/confirm')
  @Can('access.manage_users')
  @Confirmed()
  @Returns(RecoveryStanding, 201)
  confirm(
    @CurrentActor() actor: MemberActor,
    @Param('recoveryId', { schema: Id }) id: Id,
    @Body({ schema: RecoveryAnswer }) answer: RecoveryAnswer,
  ): Promise<RecoveryStanding> {
    return this.recoveries.confirm(actor, id, answer);
  }

  @Post(':recoveryId/refuse')
  @Can('access.manage_users')
  @Returns(RecoveryStanding, 201)
  refuse(
    @CurrentActor() actor: MemberActor,
    @Param('recoveryId', { schema: Id }) id: Id,
    @Body({ schema: RecoveryAnswer }) answer: RecoveryAnswer,
  ): Promise<RecoveryStanding> {
    return this.recoveries.refuse(actor, id, answer);
  }
}
