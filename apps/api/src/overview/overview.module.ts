import { Module } from '@nestjs/common';
import { OverviewController } from './overview.controller.js';
import { OverviewRepository } from './overview.repository.js';
import { Overviews } from './overview.service.js';

@Module({ controllers: [OverviewController], providers: [Overviews, OverviewRepository], exports: [Overviews] })
export class OverviewModule {}
