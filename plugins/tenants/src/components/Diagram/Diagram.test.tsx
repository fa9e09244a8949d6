import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeTenantsApi,
  fakeCheck,
  fakeComponent,
  fakeEnvironment,
  renderWithApi,
} from '../../__testUtils__';
import { Diagram } from './Diagram';
import { lanesOf } from './lanes';

const { endpoints } = fakeEnvironment();

const participant = {
  ...fakeComponent('participant', 'canton-participant', [
    fakeCheck({ health: 'Degraded', message: 'It restarts.' }),
  ]),
  dependsOn: ['database', 'certificate'],
  provides: ['ledger', 'admin'],
};

const components = [
  fakeComponent('gateway', 'gateway'),
  participant,
  fakeComponent('database', 'database', []),
  fakeComponent('certificate', 'certificate'),
  fakeComponent('ledger', 'grpc', []),
  fakeComponent('admin', 'grpc'),
];

const api = new FakeTenantsApi();

describe('Diagram', () => {
  it('puts each part where a request meets it once, and what is provided with its provider', () => {
    const lanes = lanesOf(components, endpoints);
    const names = Object.entries(lanes).map(([lane, parts]) => [
      lane,
      parts.map(({ name }) => name),
    ]);
    expect(Object.fromEntries(names)).toEqual({
      entry: ['gateway'],
      service: ['participant', 'admin'],
      store: ['database'],
      beside: ['certificate'],
    });
  });

  it('says the health of each part in words', async () => {
    renderWithApi(<Diagram components={components} endpoints={endpoints} />, {
      api,
    });
    const services = await screen.findByRole('list', { name: 'Services' });
    expect(services).toHaveTextContent('Participant Degraded');
    const data = screen.getByRole('list', { name: 'Data' });
    expect(data).toHaveTextContent('Database Unknown');
    expect(screen.getByText('Clients')).toBeVisible();
  });

  it('shows the checks of a part on Enter', async () => {
    renderWithApi(<Diagram components={components} endpoints={endpoints} />, {
      api,
    });
    const box = await screen.findByRole('button', {
      name: 'Participant Degraded show its checks',
    });
    box.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('It restarts.');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows beside the checks how the parts are that it needs and provides', async () => {
    renderWithApi(<Diagram components={components} endpoints={endpoints} />, {
      api,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Participant/ }),
    );
    const needed = await screen.findByRole('list', { name: 'Needs' });
    expect(
      within(needed)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Unknown Database', 'Healthy Certificate']);
    expect(screen.getByRole('list', { name: 'Provides' })).toHaveTextContent(
      'Unknown LedgerHealthy Admin',
    );
  });

  it('draws no client where nothing can be connected to', async () => {
    renderWithApi(<Diagram components={components} endpoints={[]} />, { api });
    const beside = await screen.findByRole('list', { name: 'Beside' });
    expect(beside).toHaveTextContent('Certificate');
    expect(screen.queryByText('Clients')).toBeNull();
  });

  it('draws nothing where nothing is described', async () => {
    renderWithApi(
      <>
        <Diagram components={[]} endpoints={endpoints} />
        <p>page</p>
      </>,
      { api },
    );
    await screen.findByText('page');
    expect(
      screen.queryByRole('region', { name: 'How it hangs together' }),
    ).toBeNull();
  });
});
