import { Module } from '@nestjs/common';
import { ChaptersRepository } from './chapters.repository.js';
import { Chapters } from './chapters.service.js';
import { OverviewController } from './overview.controller.js';
import { OverviewRepository } from './overview.repository.js';
import { Overviews } from './overview.service.js';

@Module({
  controllers: [OverviewController],
  providers: [Chapters, ChaptersRepository, Overviews, OverviewRepository],
  exports: [Overviews],
})
export class OverviewModule {}
