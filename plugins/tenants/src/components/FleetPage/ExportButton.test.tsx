import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceUnavailableError } from '@backstage/errors';
import type { TenantsApi } from '@tenantry/plugin-tenants-common';
import {
  FakeTenantsApi,
  fakeEnvironment,
  fakeTenant,
  renderWithApi,
} from '../../__testUtils__';
import { saveFile } from '../../lib/saveFile';
import { ExportButton } from './ExportButton';

jest.mock('../../lib/saveFile');

const saved = jest.mocked(saveFile);
const filters = { q: 'acme', health: [], behind: true, cursors: ['50'] };

function renderButton(api: TenantsApi) {
  return renderWithApi(
    <ExportButton filters={filters} environments={['devnet']} />,
    { api },
  );
}

async function press() {
  await userEvent.click(screen.getByRole('button', { name: 'Export as CSV' }));
}

describe('ExportButton', () => {
  beforeEach(() => saved.mockClear());

  it('saves all that the filters show as CSV, without a formula', async () => {
    const api = new FakeTenantsApi([
      fakeTenant('acme-01', '=HYPERLINK("https://evil.example.com")', [
        fakeEnvironment({
          health: 'Degraded',
          reason: 'Broken',
          message: 'One, "two"\nthree',
        }),
      ]),
    ]);
    const listTenants = jest.spyOn(api, 'listTenants');
    renderButton(api);
    await press();
    expect(await screen.findByText('1 tenant was exported.')).toBeVisible();
    expect(listTenants.mock.calls[0][0]).toMatchObject({
      q: 'acme',
      behind: true,
      cursor: undefined,
    });
    const [name, type, csv] = saved.mock.calls[0];
    expect([name, type]).toEqual(['tenants.csv', 'text/csv']);
    expect(csv).toBe(
      [
        'Tenant,Name,Owner,Health,Reason,Explanation,devnet: cluster,devnet: health,devnet: sync,devnet: reason,devnet: versions,devnet: behind',
        `"'=HYPERLINK(""https://evil.example.com"")",acme-01,group:default/acme-01,Degraded,Broken,"One, ""two""\nthree",devnet,Degraded,Synced,Broken,"splice 0.7.4, template 2.0.0",`,
      ].join('\r\n'),
    );
  });

  it('says why it failed and saves nothing', async () => {
    const api = new FakeTenantsApi();
    api.listTenants = async () => {
      throw new ServiceUnavailableError('No database.');
    };
    renderButton(api);
    await press();
    expect(
      await screen.findByText('The export failed: No database.'),
    ).toBeVisible();
    expect(saved).not.toHaveBeenCalled();
  });
});
