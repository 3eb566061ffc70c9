// The demo organization, planted on the first start only. All of its program stands in one transaction, so that there is the whole
// demo or none; accounts come before it, and the file `demo-unfinished` says that a start was interrupted in between.
import { DomainError } from '@amity/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DataSource, type QueryRunner } from 'typeorm';
import { AccountsService } from '../access/index.js';
import type { Settings } from '../settings.js';
import { demoEmails, ensureOrganization } from './organization.js';
import { plantProgram } from './program.js';

export interface Demo {
  readonly password: string;
  /** Where the password is kept, readable by its owner alone. */
  readonly passwordFile: string;
  /** True on the start that planted it: only then is the password shown. */
  readonly isNew: boolean;
}

/** Two replicas that start at once: one plants. */
const plantingLock = 7263003;

/** @returns null when this installation has no demo organization, or another process is planting it right now */
export async function plantDemo(app: NestFastifyApplication, settings: Settings): Promise<Demo | null> {
  const passwordFile = path.join(settings.dataDir, 'demo-password');
  const unfinished = path.join(settings.dataDir, 'demo-unfinished');
  const runner = app.get(DataSource, { strict: false }).createQueryRunner();
  await runner.connect();
  try {
    const [lock] = (await runner.query(`select pg_try_advisory_lock($1) as mine`, [plantingLock])) as { mine: boolean }[];
    if (!lock?.mine) return null;
    try {
      const isFirstStart = await app.get(AccountsService, { strict: false }).isSetUpNeeded();
      if (!isFirstStart && !existsSync(unfinished)) return (await hasDemoAccounts(runner)) ? keptDemo(passwordFile) : null;
      mkdirSync(settings.dataDir, { recursive: true });
      writeFileSync(unfinished, 'The demo organization is being planted; the next start finishes it.\n', { mode: 0o600 });
      const password = settings.demoPassword ?? keptDemo(passwordFile)?.password ?? newPassword();
      writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
      await plantProgram(app, await ensureOrganization(app, password));
      rmSync(unfinished);
      return { password, passwordFile, isNew: true };
    } finally {
      await runner.query(`select pg_advisory_unlock($1)`, [plantingLock]);
    }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'access.already_set_up') {
      rmSync(unfinished, { force: true }); // somebody set Amity up by hand in this very moment: there is no demo then
      return null;
    }
    throw error;
  } finally {
    await runner.release();
  }
}

/** The data folder may have served another database before: only this one knows whether the demo is in it. */
async function hasDemoAccounts(runner: QueryRunner): Promise<boolean> {
  const [found] = (await runner.query(`select count(*)::int as accounts from identity.accounts where email = any($1)`, [demoEmails])) as {
    accounts: number;
  }[];
  return found?.accounts === demoEmails.length;
}

function keptDemo(passwordFile: string): Demo | null {
  if (!existsSync(passwordFile)) return null;
  return { password: readFileSync(passwordFile, 'utf8').trim(), passwordFile, isNew: false };
}

/** 96 bits, in three groups that can be read out. */
function newPassword(): string {
  return randomBytes(12).toString('hex').match(/.{8}/g)?.join('-') ?? '';
}
