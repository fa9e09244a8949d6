/** Values of the form, by what they are an example of. */
export const inputs: Record<string, Record<string, unknown>> = {
  minimal: {
    client: 'acme-01',
    contacts: ['ops@acme.example.com'],
    environments: ['devnet'],
  },
  'all-environments': {
    client: 'initech',
    title: 'Initech Custody',
    contacts: ['ops@initech.example.com', 'security@initech.example.com'],
    environments: ['mainnet', 'devnet', 'testnet'],
    allowList: {
      devnet: ['203.0.113.0/24'],
      mainnet: ['198.51.100.7/32', '2001:db8:1::/48'],
    },
    size: 'medium',
    partyHint: 'initech-treasury-2',
    walletUser: '4f0c9ae2-0d5c-4b52-9d0e-5c4a3a0e7f11',
  },
  'large-with-kms': {
    client: 'meridian-04',
    title: 'Meridian Clearing',
    contacts: ['canton@meridian.example.com'],
    environments: ['mainnet'],
    allowList: { mainnet: ['198.51.100.0/28'] },
    size: 'large',
    keyManagement: 'gcp-kms',
    topUp: true,
    topUpThroughput: 50000,
    version: '0.7.2',
  },
  'many-networks': {
    // A name that YAML would read as something else than text.
    client: 'null',
    contacts: ['ops@null.example.com'],
    environments: ['testnet'],
    allowList: {
      testnet: Array.from({ length: 250 }, (_, index) => `10.9.${index}.0/24`),
    },
    size: 'medium',
  },
  'odd-texts': {
    client: 'on',
    title: `#1 "Öl & Gas": it's | 100% - *yes*, [no] \\ ~`,
    contacts: ["o'brien+canton@example.com", 'NO@example.com'],
    environments: ['devnet'],
    partyHint: '0-0-0',
    walletUser: '1e3',
  },
  suspended: {
    client: 'basalt-09',
    contacts: ['canton@basalt.example.com'],
    environments: ['testnet'],
    allowList: { testnet: ['203.0.113.0/28'] },
    suspended: true,
  },
  offboarding: {
    client: 'basalt-09',
    contacts: ['canton@basalt.example.com'],
    environments: ['testnet'],
    allowList: { testnet: ['203.0.113.0/28'] },
    suspended: true,
    offboarding: true,
  },
};
