import fc from 'fast-check';
import { findComponent, matchesPattern } from './componentPatterns';

describe('matchesPattern', () => {
  it.each([
    ['Deployment/participant', 'Deployment/participant', true],
    ['Deployment/participant', 'Deployment/participant-2', false],
    ['Pod/*', 'Pod/participant-7d4-x', true],
    ['Pod/*', 'PodMonitor/participant', false],
    ['Pod/*-x', 'Pod/participant-7d4-x', true],
    ['Pod/*-x', 'Pod/participant-7d4-y', false],
    ['Pod/*a*b*', 'Pod/xaxbx', true],
    ['Pod/*a*b*', 'Pod/xbxax', false],
    ['Pod/ab*ba', 'Pod/aba', false],
    ['*', '', true],
  ])('%s against %s is %s', (pattern, value, expected) => {
    expect(matchesPattern(pattern, value)).toBe(expected);
  });

  it('agrees with a regular expression', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '/') });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*') });
    fc.assert(
      fc.property(pattern, text, (glob, value) => {
        const source = glob.replaceAll('.', '\\.').replaceAll('*', '[^]*');
        expect(matchesPattern(glob, value)).toBe(
          new RegExp(`^${source}$`).test(value),
        );
      }),
    );
  });
});

describe('findComponent', () => {
  const components = [
    { name: 'participant', title: 'P', type: 't', objects: ['Pod/p-*'] },
    { name: 'ledger', title: 'L', type: 't', checks: ['metric/ledger-*'] },
    { name: 'rest', title: 'R', type: 't', objects: ['Pod/*'] },
  ];

  it('takes the first component that names the object', () => {
    const check = { id: 'pod/p-1', object: 'Pod/p-1' };
    expect(findComponent(components, check)?.name).toBe('participant');
  });

  it('takes the component that names the check', () => {
    const check = { id: 'metric/ledger-lag' };
    expect(findComponent(components, check)?.name).toBe('ledger');
  });

  it('finds none for what nobody names', () => {
    expect(findComponent(components, { id: 'metric/coins' })).toBeUndefined();
  });
});
