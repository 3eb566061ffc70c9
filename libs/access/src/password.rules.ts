// A password is long enough, is not one of those everybody tries first, and does not repeat what is known of its owner. Nothing else
// is asked: no signs, no capitals, no change every so often (NIST SP 800-63B, 3.1.1).

export interface Owner {
  readonly name: string;
  readonly email: string;
}

export type Weakness = 'short' | 'personal' | 'common';
export const shortestPassword = 12;

/** What speaks against a password, or null. Capitals, spaces and signs between letters do not hide a name. */
export function weaknessOf(password: string, { name, email }: Owner): Weakness | null {
  if ([...password].length < shortestPassword) return 'short';
  const plain = fold(password);
  if (common.has(plain) || isOneThingAgain(plain)) return 'common';
  const [mailbox = '', domain = ''] = email.toLowerCase().split('@');
  const whole = [name, mailbox, domain].map(fold).filter((word) => [...word].length >= 3);
  const parts = `${name} ${mailbox} ${domain.split('.')[0] ?? ''}`
    .split(/[^\p{L}\p{N}]+/u)
    .map(fold)
    .filter((word) => [...word].length >= 4);
  return [...whole, ...parts].some((word) => plain.includes(word)) ? 'personal' : null;
}

/** Letters and digits alone, without case and accents. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`, and what has no letter or digit at all. */
function isOneThingAgain(plain: string): boolean {
  return /^(.{1,4})\1*$/su.test(plain) || plain === '';
}

/** The most common ones of twelve signs and more, folded. */
const common = new Set(
  `123456789012 1234567890123 12345678901234 123456789123 1234567891011 012345678910 0123456789012 987654321098 0987654321098 112233445566
  password1234 password12345 password123456 passwordpassword password123password mypassword123 mypassword1234 newpassword123 thisismypassword
  passwort1234 passwort12345 contrasena123 motdepasse123 qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopasdf qwertyuiopasdfghjkl
  qwertyasdfgh qwertyasdfzxcv qwerty123456 qwerty1234567 qwerty12345678 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv q1w2e3r4t5y6
  qazwsxedcrfv zxcvbnmasdfgh asdfghjkl123 asdfghjklzxcvbnm abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefghijklmnopqrstuvwxyz abc123abc123
  abcd1234abcd abcd12345678 a1b2c3d4e5f6 a1b2c3d4e5f6g7 iloveyou1234 iloveyouforever iloveyousomuch iloveyou123456 letmein12345 letmeinplease
  welcome12345 welcome123456 administrator administrator1 administrator123 adminadminadmin admin1234567 admin12345678 changeme1234 changemeplease
  trustno1trustno1 correcthorsebatterystaple superman1234 footballfootball football1234 baseball1234 liverpool123 sunshine1234 princess1234
  monkey123456 dragon123456 master123456 shadow123456 michael12345 jordan123456 summer202500 winter202500 summer202600 winter202600`
    .split(/\s+/)
    .filter(Boolean),
);
