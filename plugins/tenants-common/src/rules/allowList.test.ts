import fc from 'fast-check';
import { explainAllowList, explainCidr } from './allowList';

const guardrails = {
  minimumPrefixLength: { ipv4: 16, ipv6: 32 },
  maximumEntries: 3,
};
const explain = (entry: string) => explainCidr(entry, guardrails);

describe('explainCidr', () => {
  it.each([
    '203.0.113.0/24',
    '203.0.113.7/32',
    '10.1.0.0/16',
    '2001:db8::/32',
    '2001:db8::1/128',
    '2001:DB8::/48',
  ])('accepts %s', entry => {
    expect(explain(entry)).toBeUndefined();
  });

  it.each([
    ['', /is not a CIDR/],
    ['203.0.113.0', /is not a CIDR/],
    ['203.0.113/24', /is not a CIDR/],
    ['203.0.113.0/24/8', /is not a CIDR/],
    ['203.0.113.256/24', /is not a CIDR/],
    ['0203.0.113.0/24', /is not a CIDR/],
    ['3405803776/24', /is not a CIDR/],
    ['0xcb.0.113.0/24', /is not a CIDR/],
    [' 203.0.113.0/24', /is not a CIDR/],
    ['203.0.113.0/+24', /is not a CIDR/],
    ['203.0.113.0/', /is not a CIDR/],
    ['fe80::1%eth0/64', /is not a CIDR/],
    ['example.com/24', /is not a CIDR/],
    ['203.0.113.0/33', /longer than \/32/],
    ['2001:db8::/129', /longer than \/128/],
    ['0.0.0.0/0', /too wide: the prefix must be \/16/],
    ['10.0.0.0/8', /too wide/],
    ['::/0', /too wide: the prefix must be \/32/],
    ['203.0.113.7/24', /write 203\.0\.113\.0\/24/],
    ['2001:db8::1/48', /write 2001:db8::\/48/],
  ])('refuses "%s" and names the rule', (entry, message) => {
    expect(explain(entry)).toMatch(message);
  });

  it('refuses IPv4 in the clothes of IPv6 where it covers more than IPv4 may', () => {
    expect(explain('::ffff:0.0.0.0/96')).toBeDefined();
    expect(explain('::ffff:10.0.0.0/104')).toBeDefined();
  });

  it('accepts exactly the networks that are narrow enough', () => {
    fc.assert(
      fc.property(
        fc.ipV4(),
        fc.integer({ min: 0, max: 32 }),
        (address, prefix) => {
          const network = networkOf(address, prefix);
          expect(explain(`${network}/${prefix}`) === undefined).toBe(
            prefix >= 16,
          );
        },
      ),
    );
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV6(), fc.webUrl()), text => {
        expect(typeof explain(text)).toMatch(/string|undefined/);
      }),
    );
  });
});

describe('explainAllowList', () => {
  it('finds nothing wrong with an empty list', () => {
    expect(explainAllowList([], guardrails)).toEqual([]);
  });

  it('says which entries break a rule', () => {
    const entries = ['203.0.113.0/24', 'nonsense', '203.0.113.0/24'];
    expect(explainAllowList(entries, guardrails)).toMatchObject([
      { index: 1, message: expect.stringContaining('"nonsense"') },
      { index: 2, message: expect.stringContaining('twice') },
    ]);
  });

  it('finds the same network in two spellings', () => {
    const entries = ['2001:db8::/48', '2001:DB8:0::/48'];
    expect(explainAllowList(entries, guardrails)).toMatchObject([
      { index: 1, message: expect.stringContaining('twice') },
    ]);
  });

  it('says that there are too many', () => {
    const entries = ['1', '2', '3', '4'].map(last => `203.0.113.${last}/32`);
    expect(explainAllowList(entries, guardrails)).toMatchObject([
      { index: 3, message: expect.stringContaining('at most 3') },
    ]);
  });
});

function networkOf(address: string, prefix: number): string {
  const bits = address
    .split('.')
    .reduce((value, part) => value * 256n + BigInt(part), 0n);
  const host = 32n - BigInt(prefix);
  const network = (bits >> host) << host;
  return [24n, 16n, 8n, 0n].map(shift => (network >> shift) & 255n).join('.');
}
