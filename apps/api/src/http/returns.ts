import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import type * as z from 'zod';
import { Described } from './described.js';

/** The handler's answer: only what `schema` names leaves the api, and the OpenAPI document says so. */
export function Returns(schema: z.ZodType, status = 200) {
  return applyDecorators(
    HttpCode(status),
    SerializeOptions({ schema }),
    Described(({ ApiResponse }) => ApiResponse({ status, standardSchema: schema, description: schema.meta()?.description ?? 'OK' })),
  );
}

/** The handler answers nothing but success. */
export function ReturnsNothing() {
  return applyDecorators(
    HttpCode(204),
    Described(({ ApiResponse }) => ApiResponse({ status: 204, description: 'Done' })),
  );
}

/** The handler answers a file of one of these media types. */
export function ReturnsFile(...mediaTypes: string[]) {
  return applyDecorators(
    HttpCode(200),
    Described(({ ApiProduces }) => ApiProduces(...mediaTypes)),
    Described(({ ApiResponse }) => ApiResponse({ status: 200, description: 'The file' })),
  );
}
