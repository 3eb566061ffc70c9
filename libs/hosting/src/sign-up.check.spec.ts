import { aSignUp } from '@amity/testing';
import * as fc from 'fast-check';
import { addDays } from '@amity/kernel';
import { firstNightNotOffered, mergedOffers } from './offers.js';
import { checkSignUp, signUpSteps, stepOf } from './sign-up.check.js';
import { SignUp, SignUpDraft, type SignUpDraft as Draft } from './sign-up.contract.js';

const today = '2028-01-01';
const problems = (overrides: Partial<Draft>) => checkSignUp(aSignUp(overrides), today).problems.map(({ path, code }) => [path, code]);

describe('a sign-up', () => {
  it('that is complete is taken, with what was typed made tidy', () => {
    const { signUp } = checkSignUp(aSignUp({ email: ' Lena.Okafor@Example.org ', postalCode: ' ', hasPets: false }), today);
    expect([signUp?.email, signUp?.postalCode, signUp?.pets]).toEqual(['lena.okafor@example.org', null, []]);
  });

  it('that is empty has every missing field named at once, in the order of the form', () => {
    const { problems: all } = checkSignUp(SignUpDraft.parse({}), today);
    expect(all.map(({ path }) => path)).toEqual([
      'givenName',
      'familyName',
      'email',
      'phone',
      'address',
      'town',
      'room',
      'stairs',
      'hasPets',
      'smokers',
      'languages',
      'offers',
      'agreesToTakePart',
      'agreesToScreening',
    ]);
    expect(all.map(stepOf)).toEqual([1, 1, 1, 1, 2, 2, 3, 3, 5, 5, 6, 6, 7, 7]);
  });

  it('offers nights that lie ahead, in the right order and not too far', () => {
    expect(problems({ offers: [{ from: '2028-05-02', to: '2028-05-02' }] })).toEqual([['offers.0.to', 'offerOrder']]);
    expect(problems({ offers: [{ from: '2027-05-01', to: '2028-01-01' }] })).toEqual([['offers.0.to', 'offerPast']]);
    expect(problems({ offers: [{ from: '2027-12-31', to: '2028-01-05' }] })).toEqual([['offers.0.from', 'offerStarted']]);
    expect(problems({ offers: [{ from: '2028-05-01', to: '2048-05-01' }] })).toEqual([['offers.0.to', 'offerFar']]);
    expect(problems({ offers: [{ from: '2028-05-', to: '' }] })).toEqual([
      ['offers.0.from', 'offerFrom'],
      ['offers.0.to', 'offerTo'],
    ]);
  });

  it('knows children by their birthday', () => {
    const child = (birthDate: string) => problems({ members: [{ givenName: 'Mia', familyName: '', relation: 'child', birthDate }] });
    expect(child('')).toEqual([['members.0.birthDate', 'childBirthDate']]);
    expect(child('2028-01-02')).toEqual([['members.0.birthDate', 'birthDateToCome']]);
    expect(child('2010-01-01')).toEqual([['members.0.birthDate', 'grownUp']]);
    expect(child('2010-01-02')).toEqual([]);
    expect(child('2010-02-30')).toEqual([['members.0.birthDate', 'birthDate']]);
  });

  it('with pets says which', () => {
    expect(problems({ hasPets: true, pets: [] })).toEqual([['pets', 'pets']]);
  });

  it('asks each of its fields on exactly one step', () => {
    expect(signUpSteps.flat().sort()).toEqual(Object.keys(SignUp.shape).sort());
    expect(Object.keys(SignUpDraft.shape).sort()).toEqual(Object.keys(SignUp.shape).sort());
  });
});

describe('nights offered', () => {
  it('are the same nights however they were typed, in ranges that neither overlap nor touch', () => {
    const range = fc
      .tuple(fc.nat(40), fc.integer({ min: 0, max: 10 }))
      .map(([at, long]) => ({ from: addDays(today, at), to: addDays(today, at + long) }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (typed) => {
        const merged = mergedOffers(typed);
        for (let night = 0; night < 55; night++) {
          const one = { from: addDays(today, night), to: addDays(today, night + 1) };
          expect(firstNightNotOffered(merged, one) === null).toBe(typed.some(({ from, to }) => from <= one.from && one.from < to));
        }
        merged.slice(1).forEach((next, at) => expect((merged[at]?.to ?? '') < next.from).toBe(true));
      }),
    );
  });
});
