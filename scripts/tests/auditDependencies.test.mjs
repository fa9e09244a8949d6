import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditResult } from '../lib/licences/auditDependencies.mjs';

const advisory = {
  value: 'left-pad',
  children: {
    ID: 1,
    Issue: 'It pads too much.',
    URL: 'https://example.com/1',
    Severity: 'high',
    'Vulnerable Versions': '<2',
  },
};
const ended = new Error('It ended with 1.');

describe('the audit of dependencies', () => {
  it('tells each weakness', () => {
    const output = `${JSON.stringify(advisory)}\n`;
    assert.deepEqual(auditResult(ended, output), {
      findings: ['left-pad (high): It pads too much. https://example.com/1'],
    });
  });

  it('finds nothing where Yarn says so', () => {
    assert.deepEqual(auditResult(null, ''), { findings: [] });
  });

  it('does not take a registry that does not know for one that finds nothing', () => {
    assert.deepEqual(
      auditResult(ended, 'HTTPError: Response code 405 (Method Not Allowed)'),
      {
        reason:
          'the package registry answers 405 when asked for known weaknesses',
      },
    );
    assert.deepEqual(auditResult(ended, 'ENOTFOUND'), {
      reason: 'the package registry could not be asked for known weaknesses',
    });
  });
});
