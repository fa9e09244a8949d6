import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { licenceOf } from '../lib/licences/installedPackages.mjs';
import { judgeLicences } from '../lib/licences/judgeLicences.mjs';

const policy = {
  allowed: ['MIT', 'BSD-3-Clause'],
  exceptions: [
    { name: 'odd', licence: 'UNKNOWN', reason: 'It is in the public domain.' },
  ],
};

const judge = packages => judgeLicences(packages, policy);

describe('the check of licences', () => {
  it('takes what is allowed, also as a choice or together', () => {
    const licences = ['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND BSD-3-Clause'];
    const packages = licences.map((licence, index) => ({
      name: `package-${index}`,
      version: '1.0.0',
      licence,
    }));
    const strict = { ...policy, exceptions: [] };
    assert.deepEqual(judgeLicences(packages, strict), {
      passed: 3,
      findings: [],
    });
  });

  it('names what is not allowed', () => {
    const licences = ['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE'];
    for (const licence of licences) {
      const [finding] = judge([
        { name: 'strict', version: '2.0.0', licence },
      ]).findings;
      assert.equal(
        finding,
        `strict@2.0.0 has the licence ${licence}, which is not allowed.`,
      );
    }
  });

  it('takes an exception for what it is about, and for nothing else', () => {
    const odd = { name: 'odd', version: '1.0.0', licence: 'UNKNOWN' };
    assert.deepEqual(judge([odd]).findings, []);
    assert.equal(judge([{ ...odd, licence: 'GPL-3.0' }]).findings.length, 2);
    assert.equal(judge([{ ...odd, name: 'other' }]).findings.length, 2);
  });

  it('reads the older ways to name a licence', () => {
    assert.equal(licenceOf({ license: 'MIT' }), 'MIT');
    assert.equal(licenceOf({ license: { type: 'ISC' } }), 'ISC');
    assert.equal(
      licenceOf({ licenses: [{ type: 'MIT' }, { type: 'ISC' }] }),
      'MIT OR ISC',
    );
    assert.equal(licenceOf({}), 'UNKNOWN');
  });

  it('names an exception that nothing needs any more', () => {
    assert.deepEqual(judge([]).findings, [
      'The exception for odd (UNKNOWN) is not needed any more.',
    ]);
  });
});
