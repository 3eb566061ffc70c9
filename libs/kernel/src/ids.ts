import * as z from 'zod';

/** A row's identity: a UUID (version 7 when Amity made it, so ids sort by age). */
export const Id = z.uuid().meta({ id: 'Id', description: 'UUID' });
export type Id = z.infer<typeof Id>;

/** The optimistic-concurrency counter of a row; travels as ETag and If-Match. */
export const Version = z.int().min(1).meta({ id: 'Version' });
