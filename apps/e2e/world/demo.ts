// What stories look up in the demo organization.
import type { Page as Many } from '@amity/kernel';
import type { Page } from '@playwright/test';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The id of the delegation with this name. */
export async function delegationNamed(page: Page, name: string): Promise<string> {
  const answer = await page.request.get('/api/delegations');
  const { items } = (await answer.json()) as Many<Named>;
  const found = items.find((each) => each.name === name);
  if (!found) throw new Error(`The demo has no delegation ${name}.`);
  return found.id;
}
