import { fill } from '@amity/kernel';
import { doubleBookingParams, type DoubleBooking } from './double-booking.js';
import { visitErrors } from './visits.errors.js';

const other: DoubleBooking = {
  appointmentId: '01973f00-0000-7000-8000-000000000001',
  delegationId: '01973f00-0000-7000-8000-000000000002',
  title: 'Port tour',
  delegation: 'Tateyama teachers',
  who: 'Sato Yuki',
  resource: 'person',
  site: 'Port Authority',
  from: '2026-05-12T16:00:00.000Z',
  to: '2026-05-12T17:30:00.000Z',
  zone: 'America/Los_Angeles',
};
const sentence = (conflict: DoubleBooking): string => fill(visitErrors.double_booked.en, doubleBookingParams(conflict));

describe('the refusal of a double booking', () => {
  it('says who is taken, by what, where, and until when on the clock of that place', () => {
    expect(sentence(other)).toBe(
      'Sato Yuki is taken until 10:30 on Tuesday 12 May: “Port tour” of Tateyama teachers at Port Authority. Choose another time, another site or other people.',
    );
  });

  it('names a site once', () => {
    expect(sentence({ ...other, resource: 'site', who: 'Port Authority' })).toBe(
      'Port Authority is taken until 10:30 on Tuesday 12 May: “Port tour” of Tateyama teachers. Choose another time, another site or other people.',
    );
  });

  it('goes without a place where there is none', () => {
    expect(sentence({ ...other, site: null })).toContain('“Port tour” of Tateyama teachers. Choose');
  });
});
