import type { Command } from './commands.js';
import { readSettings } from './settings.js';
import { openOrJoinDatabase } from './open-database.js';

/** Brings the database to today's shape and stops. */
export const databaseMigrate: Command = {
  area: 'database',
  verb: 'migrate',
  usage: '',
  run: async () => {
    const database = await openOrJoinDatabase(readSettings(process.env, []), (line) => process.stderr.write(`${line}\n`));
    await database.close();
    process.stdout.write('The database is up to date.\n');
    return 0;
  },
};
