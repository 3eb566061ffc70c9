import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { AccessGuard } from './access.guard.js';
import { ApiDocument, ApiDocumentController } from './api-document.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { HealthController } from './health.controller.js';
import { requestParser } from './invalid-request.js';
import { ProblemFilter } from './problem.filter.js';

@Module({
  imports: [TerminusModule],
  controllers: [ApiDocumentController, HealthController],
  providers: [
    ApiDocument,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useFactory: requestParser },
    {
      provide: APP_INTERCEPTOR,
      useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
      inject: [Reflector],
    },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
  ],
})
export class HttpModule {}
