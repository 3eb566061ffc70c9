// What people do to their own account. Whoever it is about is always the session's owner: no route names an account.
import { AuthenticatorConfirmation, AuthenticatorStart, Confirmation, PasswordChange, Protection, RecoveryCodes } from '@amity/access';
import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { Confirmed, SignedIn } from '../http/can.js';
import { ThisSession } from '../http/current-actor.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { AuthenticatorService } from './authenticator.service.js';
import { Browser, FromBrowser } from './browser.js';
import { PasswordsService } from './passwords.service.js';
import type { OpenSession } from './sessions.js';

@Controller('access')
export class AccountController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly authenticator: AuthenticatorService,
  ) {}

  @Get('protection')
  @SignedIn()
  @Returns(Protection)
  protection(@ThisSession() session: OpenSession): Promise<Protection> {
    return this.authenticator.protection(session);
  }

  @Post('sessions/current/confirm')
  @SignedIn()
  @ReturnsNothing()
  confirm(@ThisSession() session: OpenSession, @Body({ schema: Confirmation }) confirmation: Confirmation): Promise<void> {
    return this.passwords.confirm(session, confirmation);
  }

  @Post('password')
  @SignedIn()
  @Confirmed()
  @ReturnsNothing()
  changePassword(
    @ThisSession() session: OpenSession,
    @Body({ schema: PasswordChange }) change: PasswordChange,
    @FromBrowser() browser: Browser,
  ): Promise<void> {
    return this.passwords.change(session, change, browser);
  }

  @Post('authenticator')
  @SignedIn()
  @Confirmed()
  @Returns(AuthenticatorStart, 201)
  start(@ThisSession() session: OpenSession): Promise<AuthenticatorStart> {
    return this.authenticator.start(session);
  }

  @Post('authenticator/confirm')
  @SignedIn()
  @Confirmed()
  @Returns(RecoveryCodes, 201)
  finish(
    @ThisSession() session: OpenSession,
    @Body({ schema: AuthenticatorConfirmation }) { code }: AuthenticatorConfirmation,
    @FromBrowser() browser: Browser,
  ): Promise<RecoveryCodes> {
    return this.authenticator.finish(session, code, browser);
  }

  @Delete('authenticator')
  @SignedIn()
  @Confirmed()
  @ReturnsNothing()
  remove(@ThisSession() session: OpenSession, @FromBrowser() browser: Browser): Promise<void> {
    return this.authenticator.remove(session, browser);
  }

  @Post('recovery-codes')
  @SignedIn()
  @Confirmed()
  @Returns(RecoveryCodes, 201)
  newCodes(@ThisSession() session: OpenSession, @FromBrowser() browser: Browser): Promise<RecoveryCodes> {
    return this.authenticator.newCodes(session, browser);
  }
}
