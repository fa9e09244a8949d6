import { assemble, observation, source } from './__testUtils__';

const pod = {
  name: 'participant-1',
  health: 'Healthy' as const,
  ready: true,
  restarts: 0,
  images: [],
};
const volume = { name: 'data', health: 'Healthy' as const };
const alert = { name: 'LedgerLag', since: '2026-01-01T00:00:00.000Z' };
const kubernetes = source('kubernetes', [], {
  observation: observation([], { facts: { pods: [pod], volumes: [volume] } }),
});
const prometheus = source('prometheus', [], {
  observation: observation([], { facts: { alerts: [alert] } }),
});

describe('facts', () => {
  it('come from all sources, with the components that the binding names', () => {
    expect(assemble([kubernetes, prometheus]).facts).toEqual({
      pods: [{ ...pod, component: 'participant' }],
      volumes: [{ ...volume, component: 'other' }],
      alerts: [alert],
    });
  });

  it('are absent where no source reports them', () => {
    expect(assemble([source('kubernetes', [])]).facts).toEqual({});
  });

  it('do not count as well when their source cannot be asked', () => {
    const lost = { ...kubernetes, disconnected: { server: 'devnet' } };
    const { pods, volumes } = assemble([lost]).facts;
    expect(pods).toMatchObject([{ health: 'Unknown', reason: 'Disconnected' }]);
    expect(volumes).toMatchObject([{ health: 'Unknown' }]);
  });
});
