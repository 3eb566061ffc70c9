import { Me, Passkey, PasskeyAnswer, PasskeyCreation, PasskeyDraft, PasskeyList, PasskeyRename, PasskeyRequest } from '@amity/access';
import { Id } from '@amity/kernel';
import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { Confirmed, Public, SignedIn } from '../http/can.js';
import { ThisSession } from '../http/current-actor.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { Browser, FromBrowser } from './browser.js';
import { PasskeyCheck } from './passkey-check.js';
import { PasskeysService } from './passkeys.service.js';
import type { OpenSession } from './sessions.js';
import { SignInService } from './sign-in.service.js';

@Controller('access')
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly check: PasskeyCheck,
    private readonly signIns: SignInService,
  ) {}

  @Post('sessions/passkey/options')
  @Public('what a passkey has to sign before anybody is known')
  @Returns(PasskeyRequest, 201)
  askForSignIn(@FromBrowser() browser: Browser): Promise<PasskeyRequest> {
    return this.signIns.askForPasskey(browser);
  }

  @Post('sessions/passkey')
  @Public('signing in with a passkey')
  @Returns(Me, 201)
  signIn(@Body({ schema: PasskeyAnswer }) answer: PasskeyAnswer, @FromBrowser() browser: Browser): Promise<Me> {
    return this.signIns.byPasskey(answer, browser);
  }

  @Post('sessions/current/confirm/options')
  @SignedIn()
  @Returns(PasskeyRequest, 201)
  askForConfirmation(@ThisSession() session: OpenSession): Promise<PasskeyRequest> {
    return this.check.ask('confirm', session.accountId);
  }

  @Get('passkeys')
  @SignedIn()
  @Returns(PasskeyList)
  list(@ThisSession() session: OpenSession): Promise<PasskeyList> {
    return this.passkeys.list(session);
  }

  @Post('passkeys/options')
  @SignedIn()
  @Confirmed()
  @Returns(PasskeyCreation, 201)
  start(@ThisSession() session: OpenSession): Promise<PasskeyCreation> {
    return this.passkeys.start(session);
  }

  @Post('passkeys')
  @SignedIn()
  @Confirmed()
  @Returns(Passkey, 201)
  add(
    @ThisSession() session: OpenSession,
    @Body({ schema: PasskeyDraft }) draft: PasskeyDraft,
    @FromBrowser() browser: Browser,
  ): Promise<Passkey> {
    return this.passkeys.add(session, draft, browser);
  }

  @Patch('passkeys/:id')
  @SignedIn()
  @Returns(Passkey)
  rename(
    @ThisSession() session: OpenSession,
    @Param('id', { schema: Id }) id: Id,
    @Body({ schema: PasskeyRename }) { name }: PasskeyRename,
  ): Promise<Passkey> {
    return this.passkeys.rename(session, id, name);
  }

  @Delete('passkeys/:id')
  @SignedIn()
  @Confirmed()
  @ReturnsNothing()
  remove(@ThisSession() session: OpenSession, @Param('id', { schema: Id }) id: Id, @FromBrowser() browser: Browser): Promise<void> {
    return this.passkeys.remove(session, id, browser);
  }
}
