// The command line beside a running Amity: it uses that server and leaves it alone.
import { realpath } from 'node:fs/promises';
import { placesIn, readPassword } from './cluster.js';
import { ask, connectionUrl } from './connection.js';
import { readPostmaster } from './postmaster-file.js';

/** The owner's connection to the server that another process runs in this data folder; null when none answers. */
export async function joinEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const place = placesIn(await realpath(dataDir));
  const postmaster = await readPostmaster(place.cluster);
  if (!postmaster?.port) return null;
  const password = await readPassword(place);
  const answer = await ask(postmaster.port, password);
  return answer.state === 'ready' ? connectionUrl(postmaster.port, password) : null;
}
