import fc from 'fast-check';
import { deviceOf, networkOf } from './device.js';

describe('the words for a device', () => {
  it('are browser and system', () => {
    const agents = [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
      'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'curl/8.5.0',
      '',
    ];
    expect(agents.map(deviceOf)).toEqual([
      'Firefox · Windows',
      'Edge · Windows',
      'Safari · macOS',
      'Chrome · iPhone',
      'Samsung Internet · Android',
      'Chrome · Linux',
      'Chrome · ChromeOS',
      '',
      '',
    ]);
  });

  it('never repeat what somebody sent', () => {
    fc.assert(fc.property(fc.string(), (agent) => deviceOf(`<b>${agent}</b>`).length <= 30 && !deviceOf(agent).includes('<')));
  });
});

describe('the network of an address', () => {
  it('keeps the part that a household or an office shares', () => {
    const addresses = ['203.0.113.77', '::ffff:203.0.113.77', '2001:0db8:0001:2:3:4:5:6', '2001:db8::1', '::1', 'fe80::1%eth0'];
    expect(addresses.map(networkOf)).toEqual([
      '203.0.113.0/24',
      '203.0.113.0/24',
      '2001:db8:1::/48',
      '2001:db8:0::/48',
      '0:0:0::/48',
      'fe80:0:0::/48',
    ]);
  });

  it('of what is no address is nothing', () => {
    for (const text of ['', 'localhost', '1.2.3', '1.2.3.999', '1:2:3', '1::2::3', '1:2:3:4:5:6:7:8:9', '12345::1', 'a b'])
      expect([text, networkOf(text)]).toEqual([text, '']);
  });

  it('is the same for every address of one network, and never holds the last part', () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(part, part, part, part, part, (a, b, c, d, e) => {
        expect(networkOf(`${a}.${b}.${c}.${d}`)).toBe(networkOf(`${a}.${b}.${c}.${e}`));
      }),
    );
    fc.assert(fc.property(fc.ipV6(), (address) => networkOf(address) !== address));
  });
});
