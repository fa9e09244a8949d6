import { Fault, TenantFault } from '../faults';

/** One client of the sample platform. */
export interface SampleClient {
  client: string;
  title: string;
  environments: string[];
  size: 'small' | 'medium' | 'large';
  /** How long before the start of the platform the client came. */
  onboardedHoursAgo: number;
  /** What is wrong with it, and in which environment. */
  fault?: { name: TenantFault; environment: string; hoursAgo: number };
  /** Scaled to zero, on purpose. */
  suspended?: boolean;
}

const day = 24;

/** The clients that the platform starts with, oldest first; most of them are well. */
export const sampleClients: readonly SampleClient[] = [
  {
    client: 'acme-01',
    title: 'Acme Bank',
    environments: ['devnet', 'testnet', 'mainnet'],
    size: 'medium',
    onboardedHoursAgo: 41 * day,
  },
  {
    client: 'globex-02',
    title: 'Globex Markets',
    environments: ['devnet', 'mainnet'],
    size: 'medium',
    onboardedHoursAgo: 36 * day,
    fault: {
      name: 'crash-looping-participant',
      environment: 'devnet',
      hoursAgo: 2,
    },
  },
  {
    client: 'initech-03',
    title: 'Initech Custody',
    environments: ['devnet', 'testnet'],
    size: 'small',
    onboardedHoursAgo: 33 * day,
    fault: {
      name: 'expiring-certificate',
      environment: 'testnet',
      hoursAgo: 2,
    },
  },
  {
    client: 'meridian-04',
    title: 'Meridian Clearing',
    environments: ['devnet', 'testnet', 'mainnet'],
    size: 'large',
    onboardedHoursAgo: 30 * day,
  },
  {
    client: 'harbor-05',
    title: 'Harbor Exchange',
    environments: ['devnet', 'testnet'],
    size: 'small',
    onboardedHoursAgo: 27 * day,
    fault: { name: 'drift', environment: 'devnet', hoursAgo: 2 },
  },
  {
    client: 'lumen-06',
    title: 'Lumen Payments',
    environments: ['devnet', 'testnet'],
    size: 'small',
    onboardedHoursAgo: 22 * day,
    fault: { name: 'unsynced-secret', environment: 'testnet', hoursAgo: 1 },
  },
  {
    client: 'quanta-07',
    title: 'Quanta Securities',
    environments: ['devnet', 'mainnet'],
    size: 'medium',
    onboardedHoursAgo: 19 * day,
    fault: {
      name: 'low-traffic-balance',
      environment: 'mainnet',
      hoursAgo: 1,
    },
  },
  {
    client: 'orchard-08',
    title: 'Orchard Tokenization',
    environments: ['devnet', 'testnet'],
    size: 'small',
    onboardedHoursAgo: 16 * day,
    fault: { name: 'lagging-ledger', environment: 'testnet', hoursAgo: 1 },
  },
  {
    client: 'basalt-09',
    title: 'Basalt Trade Finance',
    environments: ['devnet'],
    size: 'small',
    onboardedHoursAgo: 13 * day,
    suspended: true,
  },
  {
    client: 'cobalt-10',
    title: 'Cobalt Treasury',
    environments: ['mainnet'],
    size: 'large',
    onboardedHoursAgo: 9 * day,
  },
  {
    client: 'sable-11',
    title: 'Sable Funds',
    environments: ['devnet'],
    size: 'small',
    onboardedHoursAgo: 5 * day,
  },
  {
    client: 'willow-12',
    title: 'Willow Insurance',
    environments: ['testnet'],
    size: 'small',
    // So lately that its workloads may still take their time.
    onboardedHoursAgo: 0.05,
    fault: {
      name: 'waiting-for-onboarding',
      environment: 'testnet',
      hoursAgo: 1,
    },
  },
];

/** The faults of the sample clients, with when they began. */
export const sampleFaults: readonly { fault: Fault; hoursAgo: number }[] =
  sampleClients.flatMap(({ client, fault }) =>
    fault
      ? [
          {
            fault: {
              name: fault.name,
              target: `${client}/${fault.environment}`,
            },
            hoursAgo: fault.hoursAgo,
          },
        ]
      : [],
  );
