import { CurrentSession, Me, SetUp, SetUpState, SignIn, SwitchOrganization } from '@amity/access';
import type { MemberActor } from '@amity/access';
import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { Public, SignedIn } from '../http/can.js';
import { CurrentActor, ThisSession } from '../http/current-actor.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { AccountsService } from './accounts.service.js';
import { Browser, FromBrowser } from './browser.js';
import type { OpenSession } from './sessions.js';
import { SignInService } from './sign-in.service.js';

@Controller('access')
export class AccessController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly signIns: SignInService,
  ) {}

  @Post('sessions')
  @Public('signing in')
  @Returns(Me, 201)
  signIn(@Body({ schema: SignIn }) credentials: SignIn, @FromBrowser() browser: Browser): Promise<Me> {
    return this.signIns.byPassword(credentials, browser);
  }

  @Post('sessions/switch')
  @SignedIn()
  @Returns(Me, 201)
  switchTo(
    @CurrentActor() actor: MemberActor,
    @ThisSession() session: OpenSession,
    @Body({ schema: SwitchOrganization }) to: SwitchOrganization,
    @FromBrowser() browser: Browser,
  ): Promise<Me> {
    return this.accounts.switchTo(actor, session, to.organizationId, browser);
  }

  @Delete('sessions/current')
  @SignedIn()
  @ReturnsNothing()
  signOut(@FromBrowser() browser: Browser): Promise<void> {
    return this.signIns.signOut(browser);
  }

  @Get('session')
  @Public('the first page asks whether anybody is signed in')
  @Returns(CurrentSession)
  async session(@FromBrowser() browser: Browser): Promise<CurrentSession> {
    return { me: await this.accounts.whoIs(browser.token) };
  }

  @Get('me')
  @SignedIn()
  @Returns(Me)
  me(@CurrentActor() actor: MemberActor, @ThisSession() session: OpenSession): Promise<Me> {
    return this.accounts.me(actor, session.token);
  }

  @Get('set-up')
  @Public('an empty installation has nobody who could sign in')
  @Returns(SetUpState)
  async setUpState(): Promise<SetUpState> {
    return { needed: await this.accounts.isSetUpNeeded() };
  }

  @Post('set-up')
  @Public('the first administrator; refused as soon as one exists')
  @Returns(Me, 201)
  setUp(@Body({ schema: SetUp }) draft: SetUp, @FromBrowser() browser: Browser): Promise<Me> {
    return this.accounts.setUp(draft, browser);
  }
}
