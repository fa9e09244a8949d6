import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createRolloutAction } from './rollout';

const input = {
  templateRef: 'template:default/upgrade-splice',
  environment: 'devnet',
  values: { version: '0.7.5' },
  firstWave: undefined,
  waveSize: 3,
};

describe('tenants:rollout', () => {
  const tenants = { planRollout: jest.fn(), startRollout: jest.fn() };
  const action = createRolloutAction({
    tenants,
    auth: mockServices.auth(),
    appUrl: 'https://portal.example.com',
  });

  beforeEach(() => {
    tenants.planRollout.mockReset().mockResolvedValue({
      waves: [['acme-01'], ['beta-02', 'gamma-03']],
    });
    tenants.startRollout.mockReset().mockResolvedValue({
      waves: [{ tenants: ['acme-01'] }, { tenants: ['beta-02', 'gamma-03'] }],
    });
  });

  const contextOf = () => createMockActionContext<any>({ input });

  it('starts the rollout in the name of the user', async () => {
    const context = contextOf();
    context.getInitiatorCredentials = async () =>
      mockCredentials.user('user:default/operator');
    await action.handler(context);
    const [request, { token }] = tenants.startRollout.mock.calls[0];
    expect(request).toEqual({
      templateRef: 'template:default/upgrade-splice',
      environment: 'devnet',
      values: { version: '0.7.5' },
      firstWave: [],
      waveSize: 3,
      exclude: [],
      soakMinutes: 10,
    });
    expect(token).toContain('user:default/operator');
    expect(context.output).toHaveBeenCalledWith(
      'summary',
      '3 tenants in 2 waves.',
    );
    expect(context.output).toHaveBeenCalledWith(
      'url',
      'https://portal.example.com/rollouts',
    );
  });

  it('only plans in a dry run', async () => {
    const context = contextOf();
    context.isDryRun = true;
    await action.handler(context);
    expect(tenants.startRollout).not.toHaveBeenCalled();
    expect(tenants.planRollout).toHaveBeenCalledTimes(1);
  });

  it('fails as the backend says', async () => {
    tenants.startRollout.mockRejectedValue(
      new NotAllowedError('You need the permission tenant.rollout.'),
    );
    await expect(action.handler(contextOf())).rejects.toThrow(/tenant.rollout/);
  });
});
