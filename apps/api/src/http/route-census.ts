// Who may call what, counted from the running application: the test pins the public routes, so that a new one is a
// decision somebody made and wrote down.
import type { INestApplication } from '@nestjs/common';
import { describeApi, policyOf } from './openapi.js';
import type { Policy } from './can.js';

export interface CountedRoute {
  /** `GET /api/access/me` */
  readonly route: string;
  /** undefined when the handler declares none; the guard then refuses everybody */
  readonly policy: Policy | undefined;
}

export async function countRoutes(app: INestApplication): Promise<CountedRoute[]> {
  const { paths } = await describeApi(app);
  return Object.entries(paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [{ route: `${method.toUpperCase()} ${path}`, policy: policyOf(operation) }] : [];
    }),
  );
}
