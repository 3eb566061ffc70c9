// What the list of devices says about a session: which browser on which system, and roughly from where. Both are kept short on
// purpose: enough for the owner to know the device again, too little to follow anybody.

/** In this order: a browser built on another one names that one too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** `Firefox · Windows` from a User-Agent header; what is not recognized is left out, and nothing recognized is an empty string. */
export function deviceOf(userAgent: string): string {
  const named = (list: typeof browsers): string | undefined => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [named(browsers), named(systems)].filter((word) => word !== undefined).join(' · ');
}

/** The network an address belongs to: `203.0.113.0/24`, `2001:db8:1::/48`. Anything that is no address is an empty string. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(plain);
  if (four) return four.slice(1).every((part) => Number(part) <= 255) ? `${four[1]}.${four[2]}.${four[3]}.0/24` : '';
  const groups = groupsOf(plain);
  return groups ? `${groups.slice(0, 3).join(':')}::/48` : '';
}

/** The eight groups of an IPv6 address without leading zeros; null when it is none. */
function groupsOf(address: string): string[] | null {
  const halves = address.toLowerCase().split('::');
  if (halves.length > 2 || !/^[0-9a-f:]+$/i.test(address)) return null;
  const [head = [], tail = []] = halves.map((half) => half.split(':').filter((group) => group !== ''));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  return groups.every((group) => group.length <= 4) ? groups.map((group) => group.replace(/^0+(?=.)/, '')) : null;
}
