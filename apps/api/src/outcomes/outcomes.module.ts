import { outcomesErrors } from '@amity/outcomes';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentsModule } from '../documents/index.js';
import { registerErrors } from '../http/catalog.js';
import { IndicatorEntity, MeasurementEntity } from './indicator.entity.js';
import { IndicatorsController } from './indicators.controller.js';
import { IndicatorsRepository } from './indicators.repository.js';
import { Indicators } from './indicators.service.js';
import { InstrumentEntity } from './instrument.entity.js';
import { Instruments } from './instruments.service.js';
import { Invitations } from './invitations.service.js';
import { PrivacyModule } from '../privacy/index.js';
import { ReportsController } from './reports.controller.js';
import { Reports } from './reports.service.js';
import { SurveysController } from './surveys.controller.js';
import { Surveys } from './surveys.service.js';
import { InvitationEntity, WaveEntity } from './wave.entity.js';
import { WavesController } from './waves.controller.js';
import { WavesRepository } from './waves.repository.js';
import { Waves } from './waves.service.js';
import { OutcomesKeepers } from './outcomes.keepers.js';
import { OutcomesPersonalData } from './outcomes.personal-data.js';

registerErrors('outcomes', outcomesErrors);

@Module({
  imports: [
    TypeOrmModule.forFeature([IndicatorEntity, MeasurementEntity, InstrumentEntity, WaveEntity, InvitationEntity]),
    DocumentsModule,
    PrivacyModule,
  ],
  controllers: [IndicatorsController, WavesController, SurveysController, ReportsController],
  providers: [
    OutcomesPersonalData,
    OutcomesKeepers,
    Indicators,
    IndicatorsRepository,
    Instruments,
    Invitations,
    Waves,
    WavesRepository,
    Surveys,
    Reports,
  ],
  exports: [Indicators, Instruments, Invitations, Waves, Surveys],
})
export class OutcomesModule {}
