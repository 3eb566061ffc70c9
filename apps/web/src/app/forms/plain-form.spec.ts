import { Problem } from '../http/index.js';
import { plainForm } from './plain-form.js';

const refused = new Problem('hosting.invalid', 422, 'No', 'Some of it does not fit.', 'r1', [
  { path: 'beds', detail: 'Offer at least one bed.' },
]);

describe('a plain form', () => {
  it('shows what the api says beside the field, keeps what was typed, and forgets the error when the field changes', async () => {
    const form = plainForm({ beds: 0, room: 'own' }, () => Promise.reject(refused));
    form.set({ room: 'shared' });
    expect(await form.submit()).toBe(false);
    expect([form.typed(), form.error('beds'), form.error('room'), form.problem()]).toEqual([
      { beds: 0, room: 'shared' },
      'Offer at least one bed.',
      '',
      null,
    ]);
    form.set({ beds: 1 });
    expect(form.error('beds')).toBe('');
  });

  it('shows a refusal that names no field as a whole', async () => {
    const offline = new Problem('web.offline', 0, 'Offline', 'You are offline; nothing was lost.');
    const form = plainForm({ beds: 1 }, () => Promise.reject(offline));
    expect([await form.submit(), form.problem(), form.saving()]).toEqual([false, offline, false]);
  });

  it('saves once, however often it is sent', async () => {
    const saved: unknown[] = [];
    const form = plainForm({ beds: 1 }, (typed) => Promise.resolve(saved.push(typed)));
    expect(await Promise.all([form.submit(), form.submit()])).toEqual([true, false]);
    expect(saved).toEqual([{ beds: 1 }]);
  });
});
