import type { LinkActor, MemberActor } from '@amity/access';
import { AcceptInvitation, InvitationDraft, Me, MemberInvitation, MemberInvitationPage, MyInvitation } from '@amity/access';
import { Id, PageQuery } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ByLink, Can } from '../http/can.js';
import { CurrentActor, LinkHolder } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { AccountsService } from './accounts.service.js';
import { Browser, FromBrowser } from './browser.js';
import { InvitationAnswers } from './invitation-answers.service.js';
import { InvitationsService } from './invitations.service.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';

@Controller('access/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly answers: InvitationAnswers,
    private readonly accounts: AccountsService,
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @Can('access.manage_users')
  @Returns(MemberInvitationPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.invitations.list(actor, page);
  }

  @Post()
  @Can('access.manage_users')
  @Returns(MemberInvitation, 201)
  invite(@CurrentActor() actor: MemberActor, @Body({ schema: InvitationDraft }) draft: InvitationDraft) {
    return this.invitations.invite(actor, draft);
  }

  @Get('mine')
  @ByLink('access.invitation')
  @Returns(MyInvitation)
  mine(@LinkHolder() actor: LinkActor) {
    return this.answers.mine(actor);
  }

  @Post('mine/accept')
  @ByLink('access.invitation')
  @Returns(Me, 201)
  async accept(
    @LinkHolder() actor: LinkActor,
    @Body({ schema: AcceptInvitation }) answer: AcceptInvitation,
    @FromBrowser() browser: Browser,
  ): Promise<Me> {
    return this.signIns.asNewMember({ accountId: await this.answers.accept(actor, answer), organizationId: actor.organizationId }, browser);
  }

  @Post('mine/join')
  @ByLink('access.invitation')
  @Returns(Me, 201)
  async join(@LinkHolder() actor: LinkActor, @FromBrowser() browser: Browser): Promise<Me> {
    await this.answers.joinAs(actor, await this.sessions.actorOf(browser.token));
    return this.accounts.goOnIn(actor.organizationId, browser);
  }

  @Post(':invitationId/resend')
  @Can('access.manage_users')
  @Returns(MemberInvitation, 201)
  resend(@CurrentActor() actor: MemberActor, @Param('invitationId', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.invitations.resend(actor, id, version);
  }

  @Delete(':invitationId')
  @Can('access.manage_users')
  @ReturnsNothing()
  withdraw(@CurrentActor() actor: MemberActor, @Param('invitationId', { schema: Id }) id: Id, @IfMatch() version: number) {
    return this.invitations.withdraw(actor, id, version);
  }
}
