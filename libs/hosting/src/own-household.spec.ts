import { isOwnHousehold } from './own-household.js';

it('a household belongs to its address and to the addresses of those who live there', () => {
  const household = { email: 'family@example.org', memberEmails: new Set(['rosa@example.org']) };
  const readers = ['family@example.org', 'rosa@example.org', 'neighbor@example.org'];
  expect(readers.map((email) => isOwnHousehold({ email }, household))).toEqual([true, true, false]);
});
