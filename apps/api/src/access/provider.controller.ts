import {
  LinkedIdentityList,
  ProviderAnswer,
  ProviderCode,
  ProviderOutcome,
  ProviderRedirect,
  ProviderSignIn,
  SignInProvider,
} from '@amity/access';
import { Id } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Confirmed, Public, SignedIn } from '../http/can.js';
import { ThisSession } from '../http/current-actor.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { Browser, FromBrowser } from './browser.js';
import { IdentityProvider } from './identity-provider.js';
import { ProviderSignIns } from './provider-sign-ins.service.js';
import type { OpenSession } from './sessions.js';

@Controller('access/provider')
export class ProviderController {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly signIns: ProviderSignIns,
  ) {}

  @Get()
  @Public('the sign-in page offers the provider that this installation has')
  @Returns(SignInProvider)
  which(): SignInProvider {
    return { name: this.provider.name };
  }

  @Post('sign-ins')
  @Public('beginning to sign in by an account elsewhere')
  @Returns(ProviderRedirect, 201)
  start(@Body({ schema: ProviderSignIn }) begun: ProviderSignIn, @FromBrowser() browser: Browser): Promise<ProviderRedirect> {
    return this.signIns.start(begun, browser);
  }

  @Post('answers')
  @Public('coming back from the provider; good only in the browser that began, and once')
  @Returns(ProviderOutcome, 201)
  answer(@Body({ schema: ProviderAnswer }) answer: ProviderAnswer, @FromBrowser() browser: Browser): Promise<ProviderOutcome> {
    return this.signIns.answer(answer, browser);
  }

  @Post('codes')
  @Public('the second factor of somebody whom the provider vouched for in this browser')
  @Returns(ProviderOutcome, 201)
  code(@Body({ schema: ProviderCode }) code: ProviderCode, @FromBrowser() browser: Browser): Promise<ProviderOutcome> {
    return this.signIns.code(code, browser);
  }

  @Get('identities')
  @SignedIn()
  @Returns(LinkedIdentityList)
  list(@ThisSession() session: OpenSession): Promise<LinkedIdentityList> {
    return this.signIns.list(session);
  }

  @Post('identities')
  @SignedIn()
  @Confirmed()
  @Returns(ProviderRedirect, 201)
  startLinking(@ThisSession() session: OpenSession, @FromBrowser() browser: Browser): Promise<ProviderRedirect> {
    return this.signIns.startLinking(session, browser);
  }

  @Delete('identities/:id')
  @SignedIn()
  @Confirmed()
  @ReturnsNothing()
  unlink(@ThisSession() session: OpenSession, @Param('id', { schema: Id }) id: Id, @FromBrowser() browser: Browser): Promise<void> {
    return this.signIns.unlink(session, id, browser);
  }
}
