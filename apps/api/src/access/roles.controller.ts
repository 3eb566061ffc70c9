import type { MemberActor } from '@amity/access';
import { CustomRole, CustomRoleDraft, type Permission, Readers, ReadersQuery, RoleList } from '@amity/access';
import { Id } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can, SignedIn } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { RolesService } from './roles.service.js';

@Controller('access')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get('roles')
  @Can('access.manage_users')
  @Returns(RoleList)
  list(@CurrentActor() actor: MemberActor) {
    return this.roles.list(actor);
  }

  @Post('roles')
  @Can('access.manage_roles')
  @Returns(CustomRole, 201)
  add(@CurrentActor() actor: MemberActor, @Body({ schema: CustomRoleDraft }) draft: CustomRoleDraft) {
    return this.roles.add(actor, draft);
  }

  @Put('roles/:roleId')
  @Can('access.manage_roles')
  @Returns(CustomRole)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('roleId', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: CustomRoleDraft }) draft: CustomRoleDraft,
  ) {
    return this.roles.change(actor, id, version, draft);
  }

  @Delete('roles/:roleId')
  @Can('access.manage_roles')
  @ReturnsNothing()
  remove(@CurrentActor() actor: MemberActor, @Param('roleId', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.roles.remove(actor, id, version);
  }

  /** Who can see this, and why. */
  @Get('readers')
  @SignedIn()
  @Returns(Readers)
  readers(@CurrentActor() actor: MemberActor, @Query({ schema: ReadersQuery }) query: { permission: Permission }) {
    return this.roles.readers(actor, query.permission);
  }
}
