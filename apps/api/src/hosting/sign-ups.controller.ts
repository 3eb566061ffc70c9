import type { LinkActor } from '@amity/access';
import { ConfirmedSignUp, Home, HomeChange, HostWelcome, MySignUp, SaveSignUp, StartedSignUp, StartSignUp } from '@amity/hosting';
import { Body, Controller, Get, Ip, Param, Patch, Post } from '@nestjs/common';
import * as z from 'zod';
import { ByLink, Public } from '../http/can.js';
import { LinkHolder } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns, ReturnsNothing } from '../http/returns.js';
import { Homes } from './homes.service.js';
import { SignUps } from './sign-ups.service.js';

const SlugInPath = z.string().max(60);

@Controller('hosting')
export class SignUpsController {
  constructor(
    private readonly signUps: SignUps,
    private readonly homes: Homes,
  ) {}

  @Get('welcome/:slug')
  @Public('who welcomes host families here')
  @Returns(HostWelcome)
  welcome(@Param('slug', { schema: SlugInPath }) slug: string) {
    return this.signUps.welcome(slug);
  }

  @Post('sign-ups')
  @Public('a family begins to sign up')
  @Returns(StartedSignUp, 201)
  start(@Body({ schema: StartSignUp }) { slug }: StartSignUp, @Ip() address: string) {
    return this.signUps.start(slug, address);
  }

  @Get('sign-ups/mine')
  @ByLink('hosting.sign_up')
  @Returns(MySignUp)
  mine(@LinkHolder() actor: LinkActor) {
    return this.signUps.mine(actor);
  }

  @Patch('sign-ups/mine')
  @ByLink('hosting.sign_up')
  @Returns(MySignUp)
  save(@LinkHolder() actor: LinkActor, @IfMatch() version: number, @Body({ schema: SaveSignUp }) typed: SaveSignUp) {
    return this.signUps.save(actor, version, typed);
  }

  @Post('sign-ups/mine/submit')
  @ByLink('hosting.sign_up')
  @Returns(MySignUp)
  submit(@LinkHolder() actor: LinkActor) {
    return this.signUps.submit(actor);
  }

  @Post('sign-ups/mine/resume-link')
  @ByLink('hosting.sign_up')
  @ReturnsNothing()
  sendResumeLink(@LinkHolder() actor: LinkActor) {
    return this.signUps.sendResumeLink(actor);
  }

  @Post('sign-ups/confirm')
  @ByLink('hosting.confirm')
  @Returns(ConfirmedSignUp)
  confirm(@LinkHolder() actor: LinkActor) {
    return this.signUps.confirm(actor);
  }

  @Post('sign-ups/confirm/renew')
  @ByLink('hosting.confirm')
  @ReturnsNothing()
  renew(@LinkHolder() actor: LinkActor) {
    return this.signUps.renew(actor);
  }

  @Get('home')
  @ByLink('hosting.home')
  @Returns(Home)
  home(@LinkHolder() actor: LinkActor) {
    return this.homes.get(actor);
  }

  @Patch('home')
  @ByLink('hosting.home')
  @Returns(Home)
  changeHome(@LinkHolder() actor: LinkActor, @IfMatch() version: number, @Body({ schema: HomeChange }) change: HomeChange) {
    return this.homes.change(actor, version, change);
  }
}
