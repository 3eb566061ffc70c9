import * as z from 'zod';

/** How a list is asked for: `cursor` is what the previous page returned as `next`. */
export const PageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of a list by keyset: `total` counts all that match, `next` is null on the last page. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
  readonly total: number;
}

/** The schema of a page of `item`; `id` names it in the OpenAPI document, for example `DelegationPage`. */
export function pageOf<S extends z.ZodType>(item: S, id: string) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.int() }).meta({ id });
}
