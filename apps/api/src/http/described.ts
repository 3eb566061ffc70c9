// What only the OpenAPI document says about a handler. The library that writes the document takes a tenth of the start to load, so
// what a handler says waits here until the document is asked for.
import type * as Swagger from '@nestjs/swagger';

type Decorator = (target: object, key: string | symbol, descriptor: PropertyDescriptor) => unknown;
type Saying = (swagger: typeof Swagger) => Decorator;

const waiting: ((swagger: typeof Swagger) => void)[] = [];

/** `@Described(({ ApiConsumes }) => ApiConsumes('multipart/form-data'))`: a decorator of the library, for later. */
export function Described(say: Saying) {
  return (target: object, key: string | symbol, descriptor: PropertyDescriptor): void => {
    waiting.push((swagger) => void say(swagger)(target, key, descriptor));
  };
}

/** The library, told all that handlers said so far. */
export async function swaggerThatKnows(): Promise<typeof Swagger> {
  const swagger = await import('@nestjs/swagger');
  for (const tell of waiting.splice(0)) tell(swagger);
  return swagger;
}
