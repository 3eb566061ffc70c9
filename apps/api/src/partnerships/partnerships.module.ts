import { partnershipErrors } from '@amity/partnerships';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerErrors } from '../http/catalog.js';
import { CommunitiesRepository } from './communities.repository.js';
import { CommunityEntity } from './community.entity.js';
import { Gazetteer } from './gazetteer/gazetteer.js';
import { PartnershipEntity } from './partnership.entity.js';
import { PartnershipsController } from './partnerships.controller.js';
import { PartnershipsRepository } from './partnerships.repository.js';
import { Partnerships } from './partnerships.service.js';
import { PlacesController } from './places.controller.js';
import { TwinTownImports } from './twin-town-imports.js';
import { TwinTownImportsController } from './twin-town-imports.controller.js';
import { TwinTowns } from './twin-towns.js';

registerErrors('partnerships', partnershipErrors);

@Module({
  imports: [TypeOrmModule.forFeature([CommunityEntity, PartnershipEntity])],
  controllers: [PlacesController, TwinTownImportsController, PartnershipsController],
  providers: [Partnerships, PartnershipsRepository, CommunitiesRepository, Gazetteer, TwinTowns, TwinTownImports],
  exports: [Partnerships, Gazetteer],
})
export class PartnershipsModule {}
