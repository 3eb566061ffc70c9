// `privacy reapply-tombstones`: after a backup was restored, erases again whoever had been erased since. The start does it, too.
import { createApplication } from '../application.js';
import type { Command } from '../commands.js';
import { openOrJoinDatabase } from '../open-database.js';
import { readSettings } from '../settings.js';
import { UsageError } from '../usage-error.js';
import { Tombstones } from './tombstones.service.js';

export const reapplyTombstones: Command = {
  area: 'privacy',
  verb: 'reapply-tombstones',
  usage: '   (erases again whom a restored backup brought back)',
  run: async (args) => {
    if (args.length > 0) throw new UsageError('This command takes nothing more.');
    const settings = readSettings(process.env, []);
    const database = await openOrJoinDatabase(settings, (line) => process.stderr.write(`${line}\n`));
    try {
      const app = await createApplication(settings, database.appUrl, await database.keys());
      try {
        const { erased, held } = await app.get(Tombstones, { strict: false }).reapply();
        process.stdout.write(`${erased} people were erased again.\n`);
        if (held > 0) process.stderr.write(`${held} are under a legal hold: release it in Settings → Retention, then run this again.\n`);
        return held > 0 ? 1 : 0;
      } finally {
        await app.close();
      }
    } finally {
      await database.close();
    }
  },
};
