import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { resourceHealth, worstHealth } from './resourceHealth';

const directory = join(__dirname, '__fixtures__');
const expected: Record<string, [string | undefined, string | undefined]> = {
  'certificate-issuing.yaml': [
    'Progressing',
    'Issuing certificate as Secret does not exist',
  ],
  'certificate-ready.yaml': [
    'Healthy',
    'Certificate is up to date and has not expired',
  ],
  'certificate-renewal-failing.yaml': [
    'Healthy',
    'Certificate is up to date and has not expired',
  ],
  'claim-pending.yaml': ['Progressing', undefined],
  'deployment-crash-looping.yaml': [
    'Progressing',
    'Waiting for rollout to finish: 0 of 1 updated replicas are available...',
  ],
  'deployment-deadline-exceeded.yaml': [
    'Degraded',
    'Deployment "participant" exceeded its progress deadline',
  ],
  'deployment-paused.yaml': ['Suspended', 'Deployment is paused'],
  'deployment-ready.yaml': ['Healthy', undefined],
  'deployment-scaled-to-zero.yaml': ['Healthy', undefined],
  'external-secret-failing.yaml': [
    'Degraded',
    'error processing spec.data[0] (key: x), err: Secret does not exist',
  ],
  'external-secret-new.yaml': ['Progressing', 'Waiting for ExternalSecret'],
  'job-failed.yaml': [
    'Degraded',
    'Job has reached the specified backoff limit',
  ],
  'load-balancer-without-address.yaml': ['Progressing', undefined],
  'network-policy.yaml': [undefined, undefined],
  'postgres-healthy.yaml': ['Healthy', 'Cluster in healthy state'],
  'postgres-hibernated.yaml': ['Suspended', 'Cluster is hibernated'],
  'postgres-setting-up.yaml': ['Progressing', 'Setting up primary'],
  'stateful-set-waiting.yaml': [
    'Progressing',
    'Waiting for 1 pods to be ready...',
  ],
};

describe('resourceHealth', () => {
  it.each(readdirSync(directory))('judges %s', file => {
    const object = parse(readFileSync(join(directory, file), 'utf8'));
    const health = resourceHealth(object);
    expect([health?.status, health?.message]).toEqual(expected[file]);
  });

  it('has a fixture for each expectation', () => {
    expect(readdirSync(directory).sort()).toEqual(Object.keys(expected).sort());
  });
});

describe('worstHealth', () => {
  it('puts Unknown last and Healthy first', () => {
    expect(worstHealth([])).toBe('Healthy');
    expect(worstHealth(['Healthy', 'Suspended', 'Progressing'])).toBe(
      'Progressing',
    );
    expect(worstHealth(['Degraded', 'Missing'])).toBe('Degraded');
    expect(worstHealth(['Unknown', 'Degraded'])).toBe('Unknown');
  });
});
