import { privacyErrors } from '@amity/privacy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentsModule } from '../documents/index.js';
import { PeopleModule } from '../people/index.js';
import { registerErrors } from '../http/catalog.js';
import { ArchiveBuilder } from './archive.builder.js';
import { Archives } from './archives.service.js';
import { ConsentEntity, ConsentPolicyEntity, ConsentTextEntity } from './consent.entities.js';
import { ConsentsController } from './consents.controller.js';
import { ConsentsRepository } from './consents.repository.js';
import { Consents } from './consents.service.js';
import { EndingsController } from './endings.controller.js';
import { EndingsService } from './endings.service.js';
import { Erasures } from './erasures.service.js';
import { FactsController } from './facts.controller.js';
import { FactsRepository } from './facts.repository.js';
import { FactsService } from './facts.service.js';
import { HoldsRepository } from './holds.repository.js';
import { Holds } from './holds.service.js';
import { HideMeController } from './hide-me.controller.js';
import { MyConsentsController } from './my-consents.controller.js';
import { MyRequestsController } from './my-requests.controller.js';
import { OpenRemainders } from './open-remainders.js';
import { OwnPersonalData } from './own-personal-data.js';
import { OwnRecords } from './own-records.service.js';
import { PersonalDataOf } from './personal-data.js';
import { FactEntity } from './privacy.entities.js';
import { ArchiveEntity, RequestEntity, TombstoneEntity } from './request.entities.js';
import { RequestsController } from './requests.controller.js';
import { RequestsRepository } from './requests.repository.js';
import { Requests } from './requests.service.js';
import { DeletionCertificateEntity, LegalHoldEntity, RetentionPolicyEntity } from './retention.entities.js';
import { RetentionController } from './retention.controller.js';
import { RetentionKeepers } from './retention.keepers.js';
import { RetentionRepository } from './retention.repository.js';
import { RetentionRun } from './retention-run.js';
import { Retention } from './retention.service.js';
import { RetentionWorker } from './retention.worker.js';
import { SupportKeepers } from './support.keepers.js';
import { Tombstones } from './tombstones.service.js';
import { ProtectionController } from './protection.controller.js';
import { EndingEntity, ResponderEntity, RevealEntity, VaultEntity } from './protection.entities.js';
import { ProtectionRepository } from './protection.repository.js';
import { Protection } from './protection.service.js';
import { Responders } from './responders.service.js';
import { RevealsController } from './reveals.controller.js';
import { RevealsService } from './reveals.service.js';
import { Rewriting } from './rewriting.js';
import { Vault } from './vault.js';

registerErrors('privacy', privacyErrors);

@Module({
  imports: [
    PeopleModule,
    DocumentsModule,
    TypeOrmModule.forFeature([
      FactEntity,
      ConsentEntity,
      ConsentTextEntity,
      ConsentPolicyEntity,
      RetentionPolicyEntity,
      LegalHoldEntity,
      DeletionCertificateEntity,
      RequestEntity,
      ArchiveEntity,
      TombstoneEntity,
      VaultEntity,
      RevealEntity,
      EndingEntity,
      ResponderEntity,
    ]),
  ],
  controllers: [
    FactsController,
    ConsentsController,
    MyConsentsController,
    RetentionController,
    RequestsController,
    MyRequestsController,
    ProtectionController,
    RevealsController,
    EndingsController,
    HideMeController,
  ],
  providers: [
    FactsService,
    FactsRepository,
    Consents,
    ConsentsRepository,
    OpenRemainders,
    Retention,
    RetentionRepository,
    RetentionKeepers,
    RetentionRun,
    RetentionWorker,
    SupportKeepers,
    Holds,
    HoldsRepository,
    PersonalDataOf,
    OwnPersonalData,
    Requests,
    RequestsRepository,
    ArchiveBuilder,
    Archives,
    Erasures,
    Tombstones,
    Vault,
    Protection,
    OwnRecords,
    ProtectionRepository,
    Rewriting,
    Responders,
    RevealsService,
    EndingsService,
  ],
  exports: [Consents, OwnRecords, PersonalDataOf, Protection, RetentionKeepers, Rewriting],
})
export class PrivacyModule {}
