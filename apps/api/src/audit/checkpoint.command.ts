// `audit checkpoint`: takes checkpoints now, for example before the file is copied to a safe place.
import type { Command } from '../commands.js';
import { readSettings } from '../settings.js';
import { UsageError } from '../usage-error.js';
import { withChains } from './with-chains.js';

export const auditCheckpoint: Command = {
  area: 'audit',
  verb: 'checkpoint',
  usage: '   (adds checkpoints to the file that is to be copied elsewhere)',
  run: (args) => {
    if (args.length > 0) throw new UsageError('This command takes nothing more.');
    return withChains(async (chains) => {
      const { taken, behind } = await chains.takeCheckpoints(new Date());
      process.stdout.write(
        taken > 0
          ? `${taken} ${taken === 1 ? 'checkpoint' : 'checkpoints'} added to ${readSettings(process.env, []).auditCheckpoints}\n`
          : 'Nothing was written since the last checkpoints.\n',
      );
      for (const slug of behind)
        process.stderr.write(`${slug}: the log ends before its last checkpoint. Run: npm run amity -- audit verify\n`);
      return behind.length > 0 ? 1 : 0;
    });
  },
};
