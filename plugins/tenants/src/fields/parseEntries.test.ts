import fc from 'fast-check';
import { parseEntries } from './parseEntries';

describe('parseEntries', () => {
  it('takes lines, commas, semicolons and blanks for separators', () => {
    expect(
      parseEntries(' 203.0.113.0/24,198.51.100.0/24;\r\n\t2001:db8::/48\n\n'),
    ).toEqual(['203.0.113.0/24', '198.51.100.0/24', '2001:db8::/48']);
  });

  it('gives back entries however they were joined, and none for none', () => {
    const entry = fc.stringMatching(/^[0-9a-f.:/]{1,43}$/);
    const separator = fc.stringMatching(/^[\s,;]{1,5}$/);
    fc.assert(
      fc.property(fc.array(entry), separator, (entries, joint) => {
        expect(parseEntries(entries.join(joint))).toEqual(entries);
        expect(parseEntries(joint)).toEqual([]);
      }),
    );
  });
});
