// The OpenAPI document: every operation is tagged with its area and says who may call it.
import type { INestApplication } from '@nestjs/common';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { POLICY, type Policy } from './can.js';
import { swaggerThatKnows } from './described.js';

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Throws when a handler declares no policy, so that such a build does not start. */
export function refuseUndeclared(app: INestApplication): void {
  const [reflector, scanner] = [app.get(Reflector), new MetadataScanner()];
  const undeclared = [...app.get(ModulesContainer).values()]
    .flatMap(({ controllers }) => [...controllers.values()])
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, () => unknown>;
      return scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name: `${metatype.name}.${name}`, handler: prototype[name] }))
        .filter(
          ({ handler }) => handler && Reflect.hasMetadata('path', handler) && !reflector.getAllAndOverride(POLICY, [handler, metatype]),
        )
        .map(({ name }) => name);
    });
  if (undeclared.length > 0) throw new Error(`Say who may call ${undeclared.join(', ')}: @Can, @SignedIn, @ByLink or @Public.`);
}

/** Names what a handler forgets as well, by its route. */
export async function describeApi(app: INestApplication): Promise<OpenAPIObject> {
  const { DocumentBuilder, SwaggerModule } = await swaggerThatKnows();
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Amity')
      .setDescription('Runs the exchanges of sister-city-style organizations. Refusals are problem+json (RFC 9457) with a stable `code`.')
      .setVersion('0.1.0')
      .addCookieAuth('__Host-amity_session')
      .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Amity-Link', description: 'The token of a personal link.' }, 'link')
      .addBearerAuth({ type: 'http', description: 'A token from the settings; it begins with `amity_`.' }, 'token')
      .build(),
  );
  const undeclared: string[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      operation.tags = [path.split('/')[2] ?? ''];
      const policy = policyOf(operation);
      operation.security = securityOf(policy);
      if (policy) operation.description = sayWho(policy) + (Reflect.has(operation, 'x-amity-confirmed') ? ' Asks for confirmation.' : '');
      else undeclared.push(`${method.toUpperCase()} ${path}`);
    }
  }
  if (undeclared.length > 0) throw new Error(`Say who may call ${undeclared.join(', ')}: @Can, @SignedIn, @ByLink or @Public.`);
  return document;
}

/** How a caller of the operation shows who it is. A program's token serves where a permission is asked for. */
function securityOf(policy: Policy | undefined): Record<string, never[]>[] {
  if (policy?.kind === 'public') return [];
  if (policy?.kind === 'link') return [{ link: [] }];
  return policy?.kind === 'permission' ? [{ cookie: [] }, { token: [] }] : [{ cookie: [] }];
}

/** The declared policy of an operation; undefined when it declares none. */
export function policyOf(operation: OperationObject): Policy | undefined {
  return Reflect.get(operation, 'x-amity-policy') as Policy | undefined;
}

function sayWho(policy: Policy): string {
  switch (policy.kind) {
    case 'public':
      return `Public: ${policy.why}.`;
    case 'signed_in':
      return 'Any signed-in member.';
    case 'link':
      return `By a personal link for \`${policy.purpose}\`.`;
    case 'permission':
      return `Needs the permission \`${policy.permission}\`.`;
  }
}
