// Builds the running application around a database: used by the server, the command line and the tests alike.
import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { ApiDocument } from './http/api-document.js';
import type { KeyRing } from './database/index.js';
import { refuseUndeclared } from './http/openapi.js';
import { problemOf } from './http/problem.filter.js';
import { protectResponses } from './http/response-headers.js';
import { refuseUnsafeBodies } from './http/unsafe-bodies.js';
import { serveWebApp } from './http/web-app.js';
import type { Settings } from './settings.js';

/**
 * @param appUrl the connection of the app's role, as `provision` returns it
 * @param keys what seals and opens sensitive columns
 */
export async function createApplication(settings: Settings, appUrl: string, keys: KeyRing): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: settings.trustProxy,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded never reaches a route, nor the filter
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error, randomUUID().slice(0, 8));
      void reply.status(problem.status).type('application/problem+json').send(problem);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, appUrl, keys), adapter, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { fileSize: 60 * 1024 * 1024, files: 1, fields: 20 } });
  refuseUnsafeBodies(app);
  await protectResponses(app);
  await serveWebApp(app);
  refuseUndeclared(app);
  app.get(ApiDocument).describes(app);
  return app;
}
