// What the processes of one run know in common. Worker processes inherit the environment of the process that prepared the run.
export const templateDatabase = 'amity_template';

export interface Run {
  /** Everything of the run lies here and goes with it. */
  readonly folder: string;
  /** Connection of the database server's owner. */
  readonly ownerUrl: string;
}

const name = 'AMITY_E2E_RUN';

export function publishRun(facts: Run | { readonly missing: string }): void {
  process.env[name] = JSON.stringify(facts);
}

/** @throws Error with a sentence that says what to do when stories cannot have servers in this run. */
export function currentRun(): Run {
  const facts = JSON.parse(process.env[name] ?? '{"missing":"Start stories with: npx playwright test -c apps/e2e"}') as
    Run | { missing: string };
  if ('missing' in facts) throw new Error(facts.missing);
  return facts;
}
