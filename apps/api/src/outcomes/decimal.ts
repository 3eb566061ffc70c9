import type { ValueTransformer } from 'typeorm';

/** PostgreSQL hands out `numeric` as text; indicators are small enough for a number. */
export const decimal: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};
