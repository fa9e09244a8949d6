import { Registry, tenantBindings } from '@tenantry/plugin-tenants-node';
import { setTimeout as delay } from 'node:timers/promises';
import { descriptor } from '../status/__testUtils__';
import { createRegistrySource } from './createRegistrySource';

const registered = <T>(value: T) => ({ descriptor: value, file: 'a/b.yaml' });
const envelope = <K extends string>(kind: K, name: string) => ({
  apiVersion: 'tenantry.dev/v1alpha1' as const,
  kind,
  metadata: { name },
});

function registryOf(network: Record<string, string | boolean>): Registry {
  return {
    platform: registered({
      ...envelope('Platform', 'p'),
      spec: {
        title: 'P',
        baseDomain: 'example.com',
        hubCluster: 'hub',
        gitops: { engine: 'argocd', namespace: 'argocd' },
        tenantLabel: { singular: 'client', plural: 'clients' },
      },
    }),
    clusters: new Map(),
    environments: new Map([
      [
        'devnet',
        registered({
          ...envelope('Environment', 'devnet'),
          spec: {
            title: 'DevNet',
            order: 1,
            clusters: ['devnet'],
            network,
            guardrails: {
              allowList: {
                minimumPrefixLength: { ipv4: 24, ipv6: 48 },
                maximumEntries: 10,
              },
            },
          },
        }),
      ],
    ]),
    tenants: new Map([
      [
        'acme-01',
        registered({
          ...envelope('Tenant', 'acme-01'),
          spec: {
            title: 'Acme',
            owner: 'acme-01',
            contacts: [],
            identity: { realm: 'acme-01' },
          },
        }),
      ],
    ]),
    tenantEnvironments: new Map([['acme-01-devnet', registered(descriptor())]]),
    findings: [],
  };
}

describe('createRegistrySource', () => {
  it('reports at once, after each change and each interval, what the registry says', async () => {
    const read: { registry?: Registry } = {};
    const listeners: (() => void)[] = [];
    const view = {
      get isRead() {
        return read.registry !== undefined;
      },
      registry: () => read.registry!,
      current: () => tenantBindings(read.registry!),
      onChange: (listener: () => void) => listeners.push(listener),
    };
    const sink = { report: jest.fn(), reportConnectivity: jest.fn() };
    const controller = new AbortController();
    const now = new Date('2026-01-01T12:00:00.000Z');
    const running = createRegistrySource({
      registry: view,
      intervalMs: 500,
      now: () => now,
    }).run({ bindings: view, sink, signal: controller.signal });
    expect(sink.report).not.toHaveBeenCalled();

    read.registry = registryOf({
      spliceVersion: '0.7.5',
      requiresOnboardingSecret: true,
      onboardingSecretLifetime: '48 hours',
    });
    const change = () => listeners.forEach(listener => listener());
    change();
    await delay(50);
    expect(sink.report).toHaveBeenCalledTimes(1);
    expect(sink.report).toHaveBeenLastCalledWith({
      tenant: 'acme-01',
      environment: 'devnet',
      observedAt: now.toISOString(),
      checks: [
        expect.objectContaining({
          id: 'version/splice',
          reason: 'VersionBehind',
        }),
        expect.objectContaining({
          id: 'onboarding/state',
          message:
            'DevNet lets nobody in without a secret of the sponsor, which is valid for 48 hours and for one use.',
        }),
      ],
    });
    // A change while it reports.
    sink.report.mockImplementationOnce(change);
    change();
    await delay(50);
    expect(sink.report).toHaveBeenCalledTimes(3);

    await delay(600);
    expect(sink.report.mock.calls.length).toBeGreaterThan(3);
    controller.abort();
    await running;
  });
});
