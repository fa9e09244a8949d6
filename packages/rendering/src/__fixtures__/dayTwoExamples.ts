/** A client, and what is done to it. */
export interface DayTwoExample {
  /** Name of one of {@link clients}. */
  onboarded: keyof typeof clients;
  /** Forms that are merged before, by the folder of the template. */
  before?: [template: string, values: Record<string, unknown>][];
  template: string;
  /** Values of the form but for `client`. */
  values: Record<string, unknown>;
}

/** Values of the form for new clients, by the client's name. */
export const clients: Record<string, Record<string, unknown>> = {
  'acme-01': {
    client: 'acme-01',
    contacts: ['ops@acme.example.com'],
    environments: ['devnet'],
  },
  initech: {
    client: 'initech',
    title: 'Initech: "Nodes" & more',
    contacts: ['ops@initech.example.com'],
    environments: ['devnet', 'testnet', 'mainnet'],
    allowList: {
      devnet: ['203.0.113.0/24'],
      mainnet: ['198.51.100.7/32', '2001:db8:1::/48'],
    },
    size: 'large',
    partyHint: 'initech-treasury-2',
    walletUser: '4f0c9ae2-0d5c-4b52-9d0e-5c4a3a0e7f11',
  },
};

const offboarded: [string, Record<string, unknown>] = [
  'offboard-client',
  { environments: ['devnet'], reason: 'Contract ended' },
];

/** Forms for existing clients, by what they are an example of. */
export const dayTwoExamples: Record<string, DayTwoExample> = {
  'add-environment': {
    onboarded: 'acme-01',
    template: 'add-environment',
    values: {
      environments: ['testnet'],
      allowList: { testnet: ['198.51.100.0/24'] },
    },
  },
  'add-environment-out-of-order': {
    onboarded: 'acme-01',
    template: 'add-environment',
    values: {
      environments: ['mainnet'],
      size: 'medium',
      promotionOverrideReason: 'Moves a node from another provider.',
    },
  },
  'change-allow-list': {
    onboarded: 'initech',
    template: 'change-allow-list',
    values: {
      environments: ['devnet', 'mainnet'],
      allowList: {
        devnet: [],
        mainnet: ['198.51.100.7/32', '203.0.113.64/26'],
      },
      reason: 'New office',
    },
  },
  'change-size': {
    onboarded: 'acme-01',
    template: 'change-size',
    values: { environments: ['devnet'], size: 'medium' },
  },
  'upgrade-splice': {
    onboarded: 'initech',
    template: 'upgrade-splice',
    values: { environments: ['testnet'], version: '0.7.4' },
  },
  'downgrade-splice': {
    onboarded: 'acme-01',
    template: 'upgrade-splice',
    values: {
      environments: ['devnet'],
      version: '0.7.3',
      reason: 'The release was withdrawn.',
    },
  },
  'top-up-on': {
    onboarded: 'acme-01',
    template: 'change-top-up',
    values: { environments: ['devnet'], topUp: true, topUpThroughput: 40000 },
  },
  suspend: {
    onboarded: 'initech',
    template: 'suspend-client',
    values: { environments: ['devnet'], reason: 'Contract paused' },
  },
  resume: {
    onboarded: 'acme-01',
    before: [
      ['suspend-client', { environments: ['devnet'], reason: 'Paused' }],
    ],
    template: 'resume-client',
    values: { environments: ['devnet'] },
  },
  offboard: {
    onboarded: 'acme-01',
    template: 'offboard-client',
    values: { environments: ['devnet'], reason: 'Contract ended' },
  },
  'remove-an-environment': {
    onboarded: 'initech',
    before: [offboarded],
    template: 'remove-client',
    values: {
      environments: ['devnet'],
      confirmation: 'initech',
      reason: 'Contract ended',
    },
  },
  'remove-the-client': {
    onboarded: 'acme-01',
    before: [offboarded],
    template: 'remove-client',
    values: {
      environments: ['devnet'],
      confirmation: 'acme-01',
      reason: 'Contract ended',
    },
  },
};
