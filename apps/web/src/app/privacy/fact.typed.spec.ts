import type { Fact } from '@amity/privacy';
import { emptyOf, sentOf, typedOf } from './fact.typed.js';

describe('what is typed about something told in confidence', () => {
  const passport: Fact = {
    id: '0193a000-0000-7000-8000-000000000001',
    kind: 'identity_document',
    value: { document: 'passport', number: 'X1', country: null, expiresOn: '2031-04-30' },
    sameDocument: [],
    version: 3,
  };

  it('comes from what is stored and goes back as it was', () => {
    const typed = typedOf(passport);
    expect(typed).toEqual({
      kind: 'identity_document',
      value: { document: 'passport', number: 'X1', country: '', expiresOn: '2031-04-30' },
    });
    expect(sentOf(typed)).toEqual({ kind: 'identity_document', value: passport.value });
  });

  it('begins empty, with a passport as the usual document', () => {
    expect(emptyOf('identity_document').value).toEqual({ document: 'passport', number: '', country: '', expiresOn: '' });
    expect(sentOf(emptyOf('emergency_contact')).value).toEqual({ name: '', relation: '', phone: '' });
  });
});
