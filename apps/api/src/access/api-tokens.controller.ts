import type { MemberActor } from '@amity/access';
import { ApiTokenDraft, ApiTokenPage, NewApiToken } from '@amity/access';
import { Id, PageQuery } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { ApiTokens } from './api-tokens.js';

@Controller('access/tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokens) {}

  @Get()
  @Can('access.manage_tokens')
  @Returns(ApiTokenPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.tokens.list(actor, page);
  }

  @Post()
  @Can('access.manage_tokens')
  @Returns(NewApiToken, 201)
  make(@CurrentActor() actor: MemberActor, @Body({ schema: ApiTokenDraft }) draft: ApiTokenDraft) {
    return this.tokens.make(actor, draft);
  }

  @Delete(':tokenId')
  @Can('access.manage_tokens')
  @ReturnsNothing()
  revoke(@CurrentActor() actor: MemberActor, @Param('tokenId', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.tokens.revoke(actor, id, version);
  }
}
