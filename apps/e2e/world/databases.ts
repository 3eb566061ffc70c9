// Every story file starts from a database of its own: a clone of the migrated template, gone with the server that used it.
import pg from 'pg';
import { currentRun, templateDatabase } from './run-facts.js';

/** The same server, another database. */
export function databaseUrl(ownerUrl: string, database: string): string {
  const url = new URL(ownerUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement as the owner. */
export async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Clones the template under the given name (letters, digits, underscores). Returns the owner's connection string. */
export async function cloneDatabase(name: string): Promise<string> {
  const { ownerUrl } = currentRun();
  await query(ownerUrl, `create database "${name}" template ${templateDatabase} strategy file_copy`);
  return databaseUrl(ownerUrl, name);
}

export async function dropDatabase(name: string): Promise<void> {
  await query(currentRun().ownerUrl, `drop database if exists "${name}" with (force)`);
}
