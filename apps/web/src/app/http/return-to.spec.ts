import { safeReturn } from './return-to.js';

describe('where sign-in leads', () => {
  it.each([
    ['/visits?week=20#now', '/visits?week=20#now'],
    [null, '/'],
    ['', '/'],
    ['visits', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example/visits', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?returnTo=/x', '/'],
  ])('%s → %s', (wanted, leads) => {
    expect(safeReturn(wanted)).toBe(leads);
  });
});
