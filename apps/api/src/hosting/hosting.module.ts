import { hostingErrors } from '@amity/hosting';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerErrors } from '../http/catalog.js';
import { PeopleModule } from '../people/index.js';
import { Homes } from './homes.service.js';
import { HostLetters } from './host-letters.service.js';
import {
  CheckEntity,
  ConsentEntity,
  HouseholdEntity,
  MemberEntity,
  OfferEntity,
  PetEntity,
  RequirementEntity,
  SignUpEntity,
} from './hosting.entities.js';
import { HouseholdIntake } from './household-intake.service.js';
import { HouseholdWriter } from './household.writer.js';
import { HouseholdsController } from './households.controller.js';
import { HouseholdsRepository } from './households.repository.js';
import { Households } from './households.service.js';
import { OwnHomesController } from './own-homes.controller.js';
import { Screenings } from './screenings.service.js';
import { SignUpThrottle } from './sign-up.throttle.js';
import { SignUpsController } from './sign-ups.controller.js';
import { SignUps } from './sign-ups.service.js';
import { HostingKeepers } from './hosting.keepers.js';
import { PrivacyModule } from '../privacy/index.js';
import { HostingPersonalData } from './hosting.personal-data.js';

registerErrors('hosting', hostingErrors);

@Module({
  imports: [
    PrivacyModule,
    TypeOrmModule.forFeature([
      HouseholdEntity,
      SignUpEntity,
      MemberEntity,
      PetEntity,
      OfferEntity,
      ConsentEntity,
      RequirementEntity,
      CheckEntity,
    ]),
    PeopleModule,
  ],
  controllers: [SignUpsController, OwnHomesController, HouseholdsController],
  providers: [
    HostingPersonalData,
    HostingKeepers,
    Households,
    HouseholdsRepository,
    HouseholdWriter,
    Screenings,
    HouseholdIntake,
    SignUps,
    SignUpThrottle,
    HostLetters,
    Homes,
  ],
  exports: [Households, Screenings],
})
export class HostingModule {}
