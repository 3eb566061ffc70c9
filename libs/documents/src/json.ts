import * as z from 'zod';

/** What survives `JSON.stringify` unchanged: the only thing a template is ever given. */
export const JsonValue = z.json();
export type JsonValue = z.infer<typeof JsonValue>;
