import { placementErrors } from '@amity/placements';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerErrors } from '../http/catalog.js';
import { HostingModule } from '../hosting/index.js';
import { DelegationNews } from './delegation-news.js';
import { DelegationTally } from './delegation-tally.entity.js';
import { FamilyOfferController } from './family-offer.controller.js';
import { HomesRepository } from './homes.repository.js';
import { PlacementAnswers } from './placement-answers.service.js';
import { PlacementBoards } from './placement-boards.service.js';
import { PlacementEntity } from './placement.entity.js';
import { PlacementsController } from './placements.controller.js';
import { PlacementsRepository } from './placements.repository.js';
import { Placements } from './placements.service.js';
import { PlacementsPersonalData } from './placements.personal-data.js';
import { PrivacyModule } from '../privacy/index.js';

registerErrors('placements', placementErrors);

@Module({
  imports: [PrivacyModule, TypeOrmModule.forFeature([PlacementEntity, DelegationTally]), HostingModule],
  controllers: [FamilyOfferController, PlacementsController],
  providers: [PlacementsPersonalData, Placements, PlacementAnswers, PlacementBoards, PlacementsRepository, HomesRepository, DelegationNews],
  exports: [Placements, PlacementAnswers, PlacementBoards],
})
export class PlacementsModule {}
