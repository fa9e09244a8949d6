import fc from 'fast-check';
import {
  explainTenantName,
  maximumTenantNameLength,
  tenantNamePattern,
} from './tenantName';

describe('explainTenantName', () => {
  it.each(['a', 'acme', 'acme-01', 'a1', 'a--b', 'a'.repeat(30)])(
    'accepts %s',
    name => {
      expect(explainTenantName(name)).toBeUndefined();
    },
  );

  it.each([
    ['', /needed/],
    ['a'.repeat(31), /31 characters; at most 30/],
    ['1acme', /start with a lower-case letter/],
    ['Acme', /lower-case/],
    ['acme-', /end with a letter or digit/],
    ['acme_01', /hyphens/],
    ['acme.01', /hyphens/],
    ['acme 01', /hyphens/],
    ['acme\n', /hyphens/],
    ['ácme', /lower-case/],
    ['${{ values }}', /hyphens/],
    ['../acme', /lower-case/],
  ])('refuses "%s" and names the rule', (name, message) => {
    expect(explainTenantName(name)).toMatch(message);
  });

  it('accepts only what fits a DNS label together with an environment', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), name => {
        const accepted = explainTenantName(name) === undefined;
        const fits =
          /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name) &&
          name.length <= maximumTenantNameLength;
        expect(accepted && !fits).toBe(false);
      }),
    );
  });

  it('accepts everything of the pattern that is short enough', () => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(tenantNamePattern)), name => {
        fc.pre(name.length <= maximumTenantNameLength);
        expect(explainTenantName(name)).toBeUndefined();
      }),
    );
  });
});
