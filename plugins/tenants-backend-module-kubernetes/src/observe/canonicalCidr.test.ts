import fc from 'fast-check';
import { canonicalCidr } from './canonicalCidr';

describe('canonicalCidr', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7/32'],
    ['203.0.113.0/24', '203.0.113.0/24'],
    ['2001:DB8:0::1', '2001:db8::1/128'],
    ['2001:0db8:0000::/48', '2001:db8::/48'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['office', 'office'],
  ])('writes %s as %s', (entry, canonical) => {
    expect(canonicalCidr(entry)).toBe(canonical);
  });

  it('changes nothing that it has written', () => {
    const entry = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.ipV4Extended(),
      fc.string(),
    );
    fc.assert(
      fc.property(entry, text => {
        const canonical = canonicalCidr(text);
        expect(canonicalCidr(canonical)).toBe(canonical);
      }),
    );
  });
});
