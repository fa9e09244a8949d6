import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InputError } from '@backstage/errors';
import { errorsOf, FakeTenantsApi, renderForm } from '../../__testUtils__';
import { tenantRolloutPlanField } from '.';
import { validateTenantRolloutPlan } from './validateTenantRolloutPlan';

const values = {
  environments: ['devnet'],
  version: '0.7.5',
  firstWave: ['acme-01'],
  other: 'is no value of the template',
};

function renderField(
  initialState: Record<string, any> = values,
  refusal?: Error,
) {
  const api = new FakeTenantsApi();
  const plan = jest.spyOn(api, 'planRollout').mockResolvedValue({
    title: 'Upgrade Splice',
    waves: [['acme-01'], ['beta-02', 'gamma-03']],
    skipped: [{ tenant: 'delta-04', reason: 'suspended' }],
  });
  if (refusal) {
    plan.mockRejectedValue(refusal);
  }
  renderForm({
    api,
    fields: [tenantRolloutPlanField],
    initialState,
    properties: {
      plan: {
        title: 'Waves',
        type: 'null',
        'ui:field': 'TenantRolloutPlan',
        'ui:options': {
          templateRef: 'template:default/upgrade-splice',
          values: ['version', 'reason'],
        },
      },
    },
  });
  return { plan };
}

describe('TenantRolloutPlan', () => {
  it('shows the waves and who is left out, for what the form says', async () => {
    const { plan } = renderField();
    expect(await screen.findByText('beta-02, gamma-03')).toBeVisible();
    expect(screen.getByText(/delta-04 \(suspended\)/)).toBeVisible();
    expect(plan.mock.calls[0][0]).toEqual({
      templateRef: 'template:default/upgrade-splice',
      environment: 'devnet',
      values: { version: '0.7.5' },
      firstWave: ['acme-01'],
      waveSize: 5,
      exclude: [],
      soakMinutes: 10,
    });
  });

  it('waits for an environment', async () => {
    const { plan } = renderField({});
    expect(await screen.findByText('Choose environments first.')).toBeVisible();
    expect(plan).not.toHaveBeenCalled();
  });

  it('does not go on with a rollout that is refused', async () => {
    renderField(values, new InputError('No tenant is left.'));
    await screen.findByText(/No tenant is left/);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText(/'Waves' The rollout cannot be planned/),
    ).toBeVisible();
  });
});

describe('validateTenantRolloutPlan', () => {
  it('tells the author of a template who forgot what to say', async () => {
    await expect(
      errorsOf(new FakeTenantsApi(), (field, context) =>
        validateTenantRolloutPlan(null, field, context),
      ),
    ).rejects.toThrow(/needs ui:options.templateRef/);
  });
});
