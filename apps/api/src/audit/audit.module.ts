import { auditErrors } from '@amity/audit';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentsModule } from '../documents/index.js';
import { registerErrors } from '../http/catalog.js';
import { AuditController } from './audit.controller.js';
import { AuditEntity } from './audit.entity.js';
import { AuditRepository } from './audit.repository.js';
import { AuditService } from './audit.service.js';
import { CheckpointsWorker } from './checkpoints.worker.js';
import { AuditExports } from './export.service.js';

registerErrors('audit', auditErrors);

@Module({
  imports: [TypeOrmModule.forFeature([AuditEntity]), DocumentsModule],
  controllers: [AuditController],
  providers: [AuditService, AuditRepository, AuditExports, CheckpointsWorker],
})
export class AuditModule {}
