import { orderOf } from './add-organization.order.js';
import { UsageError } from '../usage-error.js';

const whole = ['--name', 'Harbor', '--address', 'harbor', '--zone', 'America/New_York', '--administrator', 'Ada@Example.org'];

describe('the words behind add-organization', () => {
  const refusal = (args: readonly string[]): string => {
    try {
      return `understood: ${JSON.stringify(orderOf(args))}`;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error; // what a person could have typed is refused as wrong usage
      return error.message;
    }
  };
  const with_ = (option: string, value: string) => whole.map((word, i) => (whole[i - 1] === option ? value : word));

  it('are an organization and its administrator', () => {
    expect(orderOf(whole)).toEqual({
      organization: { organizationName: 'Harbor', slug: 'harbor', zone: 'America/New_York' },
      email: 'ada@example.org',
      name: undefined,
    });
    expect(orderOf([...whole, '--administrator-name', 'Ada']).name).toBe('Ada');
  });

  it.each([
    [['--name', 'Harbor'], 'Say what it is called, its address, its time zone and who its administrator is.'],
    [with_('--address', 'No Address'), 'slug: Use small letters, digits and single hyphens.'],
    [with_('--administrator', 'nobody'), 'Write a full e-mail address, such as maria@example.org.'],
  ])('are refused in a sentence: %j', (args, sentence) => {
    expect(refusal(args)).toBe(sentence);
  });

  it('are refused where a word is unknown, or belongs to nothing', () => {
    expect(refusal([...whole, '--cookie', 'x'])).toContain('--cookie');
    expect(refusal([...whole, 'more'])).toContain('more');
    expect(refusal(with_('--zone', 'Europe/Atlantis'))).toMatch(/^zone: /);
  });
});
