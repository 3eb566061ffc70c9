import { SetUp } from './access.contract.js';
import { AcceptInvitation } from './invitations.contract.js';

const ada = { organizationName: 'Harbor', slug: 'harbor', zone: 'Europe/Berlin', name: 'Ada Byron', email: 'ada@engines.example' };
const said = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a password that is chosen at the first set-up, or with an invitation', () => {
  it.each([
    ['short', ['password: issue.password_short'], ['password: issue.password_short']],
    ['🦜🦜🦜🦜🦜🦜', ['password: issue.password_short'], ['password: issue.password_short']],
    ['Password 1234', ['password: issue.password_common'], ['password: issue.password_common']],
    ['byron forever and ever', ['password: issue.password_personal'], ['password: issue.password_personal']],
    ['engines day and night', ['password: issue.password_personal'], []], // the address stands in the invitation, where the api looks
    ['correct horse battery', [], []],
  ])('%s', (password, atSetUp, atInvitation) => {
    expect([said(SetUp.safeParse({ ...ada, password })), said(AcceptInvitation.safeParse({ name: ada.name, password }))]).toEqual([
      atSetUp,
      atInvitation,
    ]);
  });

  it('is none where none is needed', () => {
    expect(AcceptInvitation.parse({ name: 'Hana', password: '' })).toEqual({ name: 'Hana', password: null });
  });
});
