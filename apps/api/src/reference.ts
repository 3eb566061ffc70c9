import type pg from 'pg';
import { loadGazetteer } from './partnerships/gazetteer/gazetteer.loader.js';

/** Fills the tables that belong to no tenant, as the owner, after the migrations. Does nothing when they are filled. */
export async function fillReference(client: pg.ClientBase): Promise<void> {
  await loadGazetteer(client, (line) => process.stderr.write(`${line}\n`));
}
