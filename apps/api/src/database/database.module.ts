import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { APP_DATABASE_URL, appDataSource } from './data-source.js';
import { Queue } from './queue.js';
import { KeyRing } from './sealing/index.js';
import { Tenants } from './tenants.js';

@Global()
@Module({})
export class DatabaseModule {
  static connectedTo(appUrl: string, keys: KeyRing): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...appDataSource(appUrl), autoLoadEntities: true, retryAttempts: 3 })],
      providers: [{ provide: APP_DATABASE_URL, useValue: appUrl }, { provide: KeyRing, useValue: keys }, Tenants, Queue],
      exports: [Tenants, Queue, KeyRing],
    };
  }
}
