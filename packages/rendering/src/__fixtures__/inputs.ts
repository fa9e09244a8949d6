/** Values of the form, by what they are an example of. */
export const inputs: Record<string, Record<string, unknown>> = {
  minimal: {
    client: 'acme-01',
    contacts: ['ops@acme.example.com'],
    environments: ['devnet'],
  },
  complete: {
    client: 'initech',
    title: 'Initech: "Nodes" & more',
    contacts: ['ops@initech.example.com', 'security@initech.example.com'],
    environments: ['mainnet', 'devnet', 'testnet'],
    allowList: {
      devnet: ['203.0.113.0/24'],
      mainnet: ['198.51.100.7/32', '2001:db8:1::/48'],
    },
    size: 'large',
    partyHint: 'initech-treasury-2',
    walletUser: '4f0c9ae2-0d5c-4b52-9d0e-5c4a3a0e7f11',
  },
  'many-networks': {
    // A name that YAML would read as something else than text.
    client: 'null',
    contacts: ['ops@null.example.com'],
    environments: ['testnet'],
    allowList: {
      testnet: Array.from({ length: 201 }, (_, index) => `10.9.${index}.0/24`),
    },
    size: 'medium',
  },
};
