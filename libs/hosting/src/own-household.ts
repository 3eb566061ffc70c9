// Whose household it is: that of whoever has its address, or the address of somebody who lives there.
import type { RowRule } from '@amity/access';

export interface HouseholdAddresses {
  readonly email: string;
  /** Addresses of those who live there and have one. */
  readonly memberEmails: ReadonlySet<string>;
}

/** Says the same as `hosting.is_own` in the database. */
export const isOwnHousehold: RowRule<{ readonly email: string }, HouseholdAddresses> = (reader, household) =>
  reader.email === household.email || household.memberEmails.has(reader.email);
