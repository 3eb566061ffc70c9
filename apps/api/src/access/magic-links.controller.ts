import { AskForMagicLink, Me, UseMagicLink } from '@amity/access';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Public } from '../http/can.js';
import { Described } from '../http/described.js';
import { Returns } from '../http/returns.js';
import { Browser, FromBrowser } from './browser.js';
import { MagicLinks } from './magic-links.service.js';

@Controller('access/magic-links')
export class MagicLinksController {
  constructor(private readonly links: MagicLinks) {}

  @Post()
  @Public('asking for a link to sign in; the answer is the same for every address')
  @HttpCode(202)
  @Described(({ ApiResponse }) =>
    ApiResponse({ status: 202, description: 'If somebody signs in by mail with this address, a letter is on its way' }),
  )
  ask(@Body({ schema: AskForMagicLink }) { email }: AskForMagicLink, @FromBrowser() browser: Browser) {
    return this.links.ask(email, browser.address);
  }

  @Post('use')
  @Public('signing in by a link from the mail')
  @Returns(Me, 201)
  use(@Body({ schema: UseMagicLink }) link: UseMagicLink, @FromBrowser() browser: Browser): Promise<Me> {
    return this.links.use(link, browser);
  }
}
