import { visitErrors } from '@amity/visits';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DelegationsModule } from '../delegations/index.js';
import { DocumentsModule } from '../documents/index.js';
import { registerErrors } from '../http/catalog.js';
import { AppointmentEntity } from './appointment.entity.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { Appointments } from './appointments.service.js';
import { Bookings } from './bookings.js';
import { DelegationNews } from './delegation-news.js';
import { Feeds } from './feeds.service.js';
import { ItinerariesController } from './itineraries.controller.js';
import { Itineraries } from './itineraries.service.js';
import { ItineraryVersionEntity } from './itinerary-version.entity.js';
import { Papers } from './papers.service.js';
import { RenamedVersions } from './renamed-versions.js';
import { SiteEntity } from './site.entity.js';
import { SitesController } from './sites.controller.js';
import { Sites } from './sites.service.js';
import { VisitEntity } from './visit.entity.js';
import { VisitListing } from './visit-listing.entity.js';
import { VisitsController } from './visits.controller.js';
import { VisitsRepository } from './visits.repository.js';
import { Visits } from './visits.service.js';
import { VisitsKeepers } from './visits.keepers.js';
import { PrivacyModule } from '../privacy/index.js';
import { VisitsPersonalData } from './visits.personal-data.js';

registerErrors('visits', visitErrors);

@Module({
  imports: [
    PrivacyModule,
    TypeOrmModule.forFeature([SiteEntity, VisitEntity, VisitListing, AppointmentEntity, ItineraryVersionEntity]),
    DelegationsModule,
    DocumentsModule,
  ],
  controllers: [SitesController, VisitsController, AppointmentsController, ItinerariesController],
  providers: [
    VisitsPersonalData,
    VisitsKeepers,
    Visits,
    VisitsRepository,
    Sites,
    Appointments,
    AppointmentsRepository,
    Bookings,
    DelegationNews,
    Itineraries,
    Papers,
    Feeds,
    RenamedVersions,
  ],
  exports: [Visits, Sites, Appointments, Itineraries, Feeds],
})
export class VisitsModule {}
