import {
  descriptorApiVersion,
  EnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { ClusterName } from './addresses';

/** What people call the clusters. */
export const clusterTitles: Readonly<Record<ClusterName, string>> = {
  hub: 'Hub',
  devnet: 'DevNet',
  testnet: 'TestNet',
  mainnet: 'MainNet',
};

interface Network {
  order: number;
  spliceVersion: string;
  migrationId: number;
  /** What host names of the network have before `global`. */
  infix: string;
  minimumPrefixLength: { ipv4: number; ipv6: number };
  onboardingSecretLifetime?: string;
}

const wide = { ipv4: 16, ipv6: 32 };

const networks: Readonly<Record<Exclude<ClusterName, 'hub'>, Network>> = {
  devnet: {
    order: 1,
    spliceVersion: '0.7.4',
    migrationId: 1,
    infix: 'dev.',
    minimumPrefixLength: wide,
  },
  testnet: {
    order: 2,
    spliceVersion: '0.7.1',
    migrationId: 1,
    infix: 'test.',
    minimumPrefixLength: wide,
    onboardingSecretLifetime: '48 hours',
  },
  mainnet: {
    order: 3,
    spliceVersion: '0.7.0',
    migrationId: 4,
    infix: '',
    minimumPrefixLength: { ipv4: 24, ipv6: 48 },
    onboardingSecretLifetime: '48 hours',
  },
};

/** The descriptors of all environments, in promotion order. */
export function environmentDescriptors(): EnvironmentDescriptor[] {
  return Object.entries(networks).map(([name, network]) =>
    environmentDescriptor(name as keyof typeof networks, network),
  );
}

function environmentDescriptor(
  name: Exclude<ClusterName, 'hub'>,
  network: Network,
): EnvironmentDescriptor {
  const host = `sv-1.${network.infix}global.canton.network.sync.global`;
  const { onboardingSecretLifetime, minimumPrefixLength } = network;
  return {
    apiVersion: descriptorApiVersion,
    kind: 'Environment',
    metadata: { name },
    spec: {
      title: clusterTitles[name],
      order: network.order,
      clusters: [name],
      network: {
        spliceVersion: network.spliceVersion,
        migrationId: network.migrationId,
        scanUrl: `https://scan.${host}`,
        sponsorUrl: `https://sv.${host}`,
        requiresOnboardingSecret: onboardingSecretLifetime !== undefined,
        ...(onboardingSecretLifetime && { onboardingSecretLifetime }),
        highAvailability: name === 'mainnet',
      },
      guardrails: {
        allowList: { minimumPrefixLength, maximumEntries: 200 },
        // Of the participant's administration API.
        closedPorts: [5002],
        uniqueImmutables: ['partyHint', 'nodeIdentifier'],
      },
    },
  };
}
