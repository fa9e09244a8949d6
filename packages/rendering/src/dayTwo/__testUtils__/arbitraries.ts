import fc from 'fast-check';

const environments = ['devnet', 'testnet', 'mainnet'];

const network = fc
  .tuple(fc.nat(255), fc.nat(255))
  .map(([second, third]) => `10.${second}.${third}.0/24`);

export const networks = fc.uniqueArray(network, { maxLength: 5 });

const size = fc.constantFrom('small', 'medium', 'large');

/** Values for a new client, in the environments up to one of them. */
export const onboardingValues = fc
  .record(
    {
      client: fc
        .stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/)
        .map(name => `c${name}`),
      contacts: fc.constant(['ops@example.com']),
      last: fc.integer({ min: 1, max: environments.length }),
      size,
      title: fc.stringMatching(/^[A-Za-z"':#-][A-Za-z "':#-]{0,20}[A-Za-z]$/),
      partyHint: fc.stringMatching(
        /^[a-zA-Z0-9_]{1,9}-[a-z0-9_]{1,9}-[0-9]{1,4}$/,
      ),
      walletUser: fc.stringMatching(/^[a-zA-Z0-9-]{1,36}$/),
      networks,
    },
    { requiredKeys: ['client', 'contacts', 'last', 'networks'] },
  )
  .map(({ last, networks: allowed, ...values }) => ({
    ...values,
    environments: environments.slice(0, last),
    allowList: { devnet: allowed },
  }));

/** A form for an existing client in the environment devnet, by the folder of the template. */
export const devnetChange = fc.oneof(
  form('change-allow-list', { allowList: fc.record({ devnet: networks }) }),
  form('change-size', { size }),
  form('upgrade-splice', {
    version: fc.nat(99).map(patch => `0.8.${patch}`),
  }),
  form('change-top-up', {
    topUp: fc.boolean(),
    topUpThroughput: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  form('suspend-client', { reason: fc.constant('Paused') }),
  form('offboard-client', { reason: fc.constant('Over') }),
  form('update-client', {}),
);

function form(
  template: string,
  values: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<{ template: string; values: Record<string, unknown> }> {
  return fc.record({
    template: fc.constant(template),
    values: fc.record({
      environments: fc.constant(['devnet']),
      ...values,
    }),
  });
}
