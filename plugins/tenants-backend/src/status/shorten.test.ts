import { ObservedCheck } from '@tenantry/plugin-tenants-node';
import { shorten } from './shorten';
import {
  assemble,
  binding,
  descriptor,
  observation,
  source,
  syncedApplication,
} from './__testUtils__';

const parts = ['validator', 'participant', 'database', 'gateway', 'secrets'];
const kinds = ['Deployment', 'Pod', 'Service', 'ServiceMonitor', 'Secret'];
const longMessage = 'It keeps exiting, since it runs out of memory. '.repeat(6);

/** A tenant environment with 45 checks, all of the same health. */
function bigEnvironment(rest: Partial<ObservedCheck>) {
  const checks = parts.flatMap(part =>
    [...kinds, 'a', 'b', 'c', 'd'].map(kind => ({
      id: `${kind.toLowerCase()}/${part}-7d9f8b6c5d-x2x4z`,
      object: `${kind}/${part}-7d9f8b6c5d-x2x4z`,
      health: 'Healthy' as const,
      ...rest,
    })),
  );
  return assemble(
    [
      source('kubernetes', checks),
      source('argocd', [], {
        observation: observation([], {
          gitops: syncedApplication({
            revision: 'a'.repeat(40),
            outOfSync: Array(50).fill('Deployment/participant'),
            history: Array.from({ length: 10 }, (_, id) => ({
              id: String(id),
              revision: 'b'.repeat(40),
              deployedAt: '2026-01-01T00:00:00.000Z',
              initiatedBy: 'automation',
            })),
          }),
        }),
      }),
    ],
    {
      binding: binding({
        components: parts.map(name => ({
          name,
          title: name,
          type: `canton-${name}`,
          objects: kinds.map(kind => `${kind}/${name}-*`),
        })),
      }),
      descriptor: descriptor({
        allowList: Array.from({ length: 5_000 }, (_, i) => `10.0.${i}.0/24`),
        hostnames: ['wallet', 'validator', 'json', 'grpc'].map(name => ({
          name,
          title: name,
          component: 'participant',
          host: `${name}.acme-01.devnet.naas.example.com`,
          port: 443,
          protocol: 'HTTPS' as const,
        })),
      }),
    },
  );
}

const bytesOfThree = (rest: Partial<ObservedCheck>) =>
  3 * JSON.stringify(shorten(bigEnvironment(rest))).length;

describe('shorten', () => {
  it('lets three big environments fit into 25 kB, whether they are well or not', () => {
    expect(bytesOfThree({})).toBeLessThan(25_000);
    expect(
      bytesOfThree({
        health: 'Degraded',
        reason: 'CrashLoopBackOff',
        message: longMessage,
      }),
    ).toBeLessThan(25_000);
  });

  it('says how each check is, and why of the worst components', () => {
    const short = shorten(
      bigEnvironment({ health: 'Degraded', reason: 'X', message: 'It exits.' }),
    );
    expect(short.components[0]).toMatchObject({
      health: 'Degraded',
      message: 'It exits.',
    });
    expect(short.components[0].checks).toContainEqual({
      id: 'deployment/validator-7d9f8b6c5d-x2x4z',
      health: 'Degraded',
      reason: 'X',
    });
    expect(short).not.toHaveProperty('workloads');
    expect(short).not.toHaveProperty('facts');
  });

  it('says how long the allow-list is that it begins', () => {
    const short = shorten(bigEnvironment({}));
    expect(short.allowList).toHaveLength(20);
    expect(short.allowListCount).toBe(5_000);
  });
});
