import { delegationErrors } from '@amity/delegations';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerErrors } from '../http/catalog.js';
import { PeopleModule } from '../people/index.js';
import { DelegateEntity } from './delegate.entity.js';
import { DelegationListing } from './delegation-listing.entity.js';
import { DelegationEntity } from './delegation.entity.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsRepository } from './delegations.repository.js';
import { Delegations } from './delegations.service.js';
import { HouseRulesController } from './house-rules.controller.js';
import { HouseRulesRepository } from './house-rules.repository.js';
import { HouseRules } from './house-rules.service.js';
import { LooseningConsentEntity, NeedToKnowEntity } from './need-to-know.entity.js';
import { NeedToKnowLists } from './need-to-know.service.js';
import { RosterController } from './roster.controller.js';
import { RosterImportController } from './roster-import.controller.js';
import { RosterImports } from './roster-import.service.js';
import { Rosters } from './roster.service.js';
import { RosterWriter } from './roster.writer.js';
import { PrivacyModule } from '../privacy/index.js';
import { AssignmentsService } from './assignments.service.js';
import { DifferencesService } from './differences.service.js';
import { OwnJourneysService } from './own-journeys.service.js';
import { PartnerEntries } from './partner-entries.js';
import { AssignmentEntity, PartnerEntryEntity, ShareEntity } from './share.entities.js';
import { SharedDelegations } from './shared.service.js';
import { SharesController, SharedController } from './sharing.controller.js';
import { SharesRepository } from './shares.repository.js';
import { Shares } from './shares.service.js';
import { DelegationsKeepers } from './delegations.keepers.js';
import { DelegationsPersonalData } from './delegations.personal-data.js';

registerErrors('delegations', delegationErrors);

@Module({
  imports: [
    TypeOrmModule.forFeature([
      DelegationEntity,
      DelegationListing,
      DelegateEntity,
      NeedToKnowEntity,
      LooseningConsentEntity,
      AssignmentEntity,
      ShareEntity,
      PartnerEntryEntity,
    ]),
    PeopleModule,
    PrivacyModule,
  ],
  controllers: [SharedController, SharesController, DelegationsController, HouseRulesController, RosterController, RosterImportController],
  providers: [
    DelegationsPersonalData,
    DelegationsKeepers,
    Delegations,
    HouseRules,
    HouseRulesRepository,
    NeedToKnowLists,
    DelegationsRepository,
    Rosters,
    RosterImports,
    RosterWriter,
    AssignmentsService,
    DifferencesService,
    OwnJourneysService,
    PartnerEntries,
    SharedDelegations,
    Shares,
    SharesRepository,
  ],
  exports: [Delegations, HouseRules, Rosters],
})
export class DelegationsModule {}
