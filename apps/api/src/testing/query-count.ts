// Counts what a piece of work asks of the database, so that a list can be shown to cost the same at one row and at many.
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type Logger } from 'typeorm';
import type { TestWorld } from './test-world.js';

/** Set while `work` runs, so that workers in the background are not counted with it. */
const counting = new AsyncLocalStorage<true>();

/** The statements `work` sends, without the ones that open, scope and close its transactions. */
export async function queriesOf(world: TestWorld, work: () => Promise<unknown>): Promise<string[]> {
  const source = world.get(DataSource);
  const usual = source.logger;
  const seen: string[] = [];
  source.logger = listening(seen);
  try {
    await counting.run(true, work);
  } finally {
    source.logger = usual;
  }
  return seen.filter((sql) => !/^(start transaction|commit|rollback|set )/i.test(sql));
}

function listening(seen: string[]): Logger {
  const ignore = (): void => undefined;
  return {
    logQuery: (sql) => void (counting.getStore() && seen.push(sql)),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
}
