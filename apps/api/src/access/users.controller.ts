import type { MemberActor } from '@amity/access';
import { User, UserPage, UserRoles, UsersQuery } from '@amity/access';
import { Id } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { UsersService } from './users.service.js';

@Controller('access/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Can('access.manage_users')
  @Returns(UserPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: UsersQuery }) query: UsersQuery) {
    return this.users.list(actor, query);
  }

  @Put(':userId/roles')
  @Can('access.manage_users')
  @Returns(User)
  changeRoles(
    @CurrentActor() actor: MemberActor,
    @Param('userId', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: UserRoles }) wanted: UserRoles,
  ) {
    return this.users.changeRoles(actor, id, version, wanted);
  }

  @Post(':userId/suspend')
  @Can('access.manage_users')
  @Returns(User)
  suspend(@CurrentActor() actor: MemberActor, @Param('userId', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.users.suspend(actor, id, version);
  }

  @Post(':userId/reinstate')
  @Can('access.manage_users')
  @Returns(User)
  reinstate(@CurrentActor() actor: MemberActor, @Param('userId', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.users.reinstate(actor, id, version);
  }

  @Delete(':userId')
  @Can('access.manage_users')
  @ReturnsNothing()
  remove(@CurrentActor() actor: MemberActor, @Param('userId', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.users.remove(actor, id, version);
  }
}
