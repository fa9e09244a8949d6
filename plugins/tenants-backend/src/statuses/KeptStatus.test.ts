import { assemble, healthyDeployment, source } from '../status/__testUtils__';
import { keepStatus } from './KeptStatus';

describe('keepStatus', () => {
  const status = assemble([source('kubernetes', [healthyDeployment])]);

  it('loses nothing', () => {
    expect(keepStatus(status).details.unpack()).toEqual(
      JSON.parse(JSON.stringify(status)),
    );
  });

  it('has at hand what lists show', () => {
    const { tenant, environment, health, since } = status;
    expect(keepStatus(status)).toMatchObject({
      tenant,
      environment,
      health,
      since,
      observations: { kubernetes: status.observedAt },
    });
  });

  it('does not change with what it was made from', () => {
    const changing = structuredClone(status);
    const kept = keepStatus(changing);
    changing.components.pop();
    expect(kept.details.unpack().components).toHaveLength(
      status.components.length,
    );
  });
});
