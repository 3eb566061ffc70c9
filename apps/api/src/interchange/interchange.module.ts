import { interchangeErrors } from '@amity/interchange';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerErrors } from '../http/catalog.js';
import { ImportFileEntity } from './import-file.entity.js';
import { ImportFiles } from './import-files.js';
import { JobEntity } from './job.entity.js';
import { Jobs } from './jobs.js';
import { JobsController } from './jobs.controller.js';

registerErrors('interchange', interchangeErrors);

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([JobEntity, ImportFileEntity])],
  controllers: [JobsController],
  providers: [Jobs, ImportFiles],
  exports: [Jobs, ImportFiles],
})
export class InterchangeModule {}
