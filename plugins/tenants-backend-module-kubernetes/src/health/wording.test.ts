import fc from 'fast-check';
import { schedulingCause, withoutInternals } from './wording';

describe('withoutInternals', () => {
  it.each([
    [
      'Readiness probe failed: Get "http://10.64.3.7:5003/api/readyz": dial tcp 10.64.3.7:5003: connect: connection refused',
      'Readiness probe failed: Get "http://<address>/api/readyz": dial tcp <address>: connect: connection refused',
    ],
    [
      'Node gke-devnet-pool-1-0a1b2c3d-x1y2 is not ready',
      'a node is not ready',
    ],
    ['evicted from node "worker-3"', 'evicted from a node'],
    ['on ip-10-0-3-4.eu-west-1.compute.internal', 'on a node'],
    [
      'open /var/lib/kubelet/pods/0b1c/volumes/x: no such file',
      'open <path>: no such file',
    ],
    ['dial tcp [fd00:10:244:1::5]:8443', 'dial tcp <address>:8443'],
  ])('takes out what is not for tenants: %s', (said, shown) => {
    expect(withoutInternals(said)).toBe(shown);
  });

  it.each([
    'secret "postgres-secrets" not found',
    'Back-off restarting failed container participant in pod participant-6d4f-x2x',
    'failed to pull image "ghcr.io/canton/participant:0.7.99": not found',
    'node.js heap out of memory at 12:30:15',
  ])('leaves everything else: %s', text => {
    expect(withoutInternals(text)).toBe(text);
  });

  it('never shows an IPv4 address', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.lorem(), (address, text) => {
        expect(withoutInternals(`${text} ${address} ${text}`)).not.toContain(
          address,
        );
      }),
    );
  });
});

describe('schedulingCause', () => {
  it.each([
    ['0/3 nodes are available: 3 Insufficient memory', 'not enough memory'],
    [
      '0/5 nodes are available: 2 Insufficient cpu, 3 node(s) had untolerated taint {dedicated: hub}. preemption: 0/5 nodes are available',
      'not enough CPU, nodes are reserved or unwell',
    ],
    [
      'pod has unbound immediate PersistentVolumeClaims',
      'a volume is not provisioned',
    ],
    [
      'Insufficient example.com/gpu',
      'not enough of a resource that it requests',
    ],
    ['something new', 'the scheduler does not say why'],
  ])('says %s in other words', (message, cause) => {
    expect(schedulingCause(message)).toBe(cause);
  });
});
