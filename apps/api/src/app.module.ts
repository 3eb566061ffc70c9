import { type DynamicModule, Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccessModule } from './access/index.js';
import { AuditModule } from './audit/index.js';
import { DatabaseModule, type KeyRing } from './database/index.js';
import { DelegationsModule } from './delegations/index.js';
import { HostingModule } from './hosting/index.js';
import { HttpModule } from './http/http.module.js';
import { logOptions } from './http/log.js';
import { InterchangeModule } from './interchange/index.js';
import { MessagesModule } from './messages/index.js';
import { OverviewModule } from './overview/index.js';
import { OutcomesModule } from './outcomes/index.js';
import { PartnershipsModule } from './partnerships/index.js';
import { PeopleModule } from './people/index.js';
import { PlacementsModule } from './placements/index.js';
import { PrivacyModule } from './privacy/index.js';
import { SETTINGS, type Settings } from './settings.js';
import { VisitsModule } from './visits/index.js';

@Global()
@Module({})
class SettingsModule {
  static of(settings: Settings): DynamicModule {
    return { module: SettingsModule, providers: [{ provide: SETTINGS, useValue: settings }], exports: [SETTINGS] };
  }
}

@Module({})
export class AppModule {
  static with(settings: Settings, appUrl: string, keys: KeyRing): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(logOptions(process.env['AMITY_LOG'] ?? 'warn')),
        SettingsModule.of(settings),
        DatabaseModule.connectedTo(appUrl, keys),
        AccessModule,
        HttpModule,
        AuditModule,
        MessagesModule,
        InterchangeModule,
        PeopleModule,
        PrivacyModule,
        PartnershipsModule,
        DelegationsModule,
        VisitsModule,
        HostingModule,
        PlacementsModule,
        OutcomesModule,
        OverviewModule,
      ],
    };
  }
}
