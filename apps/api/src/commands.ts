// The list of commands. A command opens the application it needs and closes it again; while `npm start` runs on the same
// data folder it joins that server's database.
import { addOrganization } from './access/add-organization.command.js';
import { removeSecondFactor } from './access/remove-second-factor.command.js';
import { resetPassword } from './access/reset-password.command.js';
import { auditCheckpoint } from './audit/checkpoint.command.js';
import { auditVerify } from './audit/verify.command.js';
import { databaseMigrate } from './migrate.command.js';
import { importPartnerships } from './partnerships/import-partnerships.command.js';
import { reapplyTombstones } from './privacy/reapply-tombstones.command.js';
import { rotateKeys } from './privacy/rotate-keys.command.js';

export interface Command {
  readonly area: string;
  readonly verb: string;
  readonly usage: string;
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>;
}

export const commands: readonly Command[] = [
  resetPassword,
  removeSecondFactor,
  addOrganization,
  databaseMigrate,
  importPartnerships,
  auditVerify,
  auditCheckpoint,
  rotateKeys,
  reapplyTombstones,
];
