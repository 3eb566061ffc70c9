import { slugOf } from './slug.js';

describe('the short name of an organization', () => {
  it('keeps letters and digits of the name', () => {
    expect(slugOf('Städtefreunde Harbor City 2')).toBe('stadtefreunde-harbor-city-2');
  });

  it('has no hyphen at its ends and at most 60 characters', () => {
    expect(slugOf(`  ${'a'.repeat(59)} b `)).toBe('a'.repeat(59));
  });

  it('is empty when nothing Latin is left', () => {
    expect(slugOf('館山')).toBe('');
  });
});
