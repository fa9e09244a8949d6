import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeTenantsApi,
  fakeEnvironment,
  renderWithApi,
} from '../../__testUtils__';
import { createTenantRouteRef } from '../../routes';
import { TenantActions } from './TenantActions';
import { tenantActionsSchema } from './tenantActions.schema';

async function itemsOf(suspended: boolean, actions: unknown = undefined) {
  renderWithApi(
    <TenantActions
      status={fakeEnvironment({ suspended })}
      actions={tenantActionsSchema.parse(actions)}
    />,
    { api: new FakeTenantsApi() },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Actions' }));
  return screen.findAllByRole('menuitem');
}

function target(item: HTMLElement) {
  const url = new URL(item.getAttribute('href')!, 'http://localhost');
  const formData = url.searchParams.get('formData')!;
  return { path: url.pathname, values: JSON.parse(formData) };
}

describe('TenantActions', () => {
  it('opens the form for the shown environment', async () => {
    const [first] = await itemsOf(false);
    expect(first).toHaveTextContent('Change the IP allow-list');
    expect(target(first)).toEqual({
      path: '/create/templates/default/change-allow-list',
      values: { client: 'acme-01', environments: ['devnet'] },
    });
  });

  it('offers to suspend what runs, and to resume what is suspended', async () => {
    const running = (await itemsOf(false)).map(item => item.textContent);
    expect(running).toContain('Suspend');
    expect(running).not.toContain('Resume');
  });

  it('offers to resume and remove what is suspended', async () => {
    const suspended = (await itemsOf(true)).map(item => item.textContent);
    expect(suspended).toEqual(expect.arrayContaining(['Resume', 'Remove']));
    expect(suspended).not.toContain('Suspend');
  });

  it("offers an adopter's own forms", async () => {
    const [own, ...others] = await itemsOf(false, [
      { template: 'rename', title: 'Rename', prefill: 'tenant' },
    ]);
    expect(own).toHaveTextContent('Rename');
    expect(target(own).values).toEqual({ client: 'acme-01' });
    expect(others).toHaveLength(0);
  });

  it('offers the forms alone that the user may run', async () => {
    const template = {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'change-size' },
    };
    const getEntitiesByRefs = jest.fn(
      async ({ entityRefs }: { entityRefs: string[] }) => ({
        items: entityRefs.map(ref =>
          ref === 'template:default/change-size' ? template : undefined,
        ),
      }),
    );
    renderInTestApp(
      <TenantActions
        status={fakeEnvironment()}
        actions={tenantActionsSchema.parse(undefined)}
      />,
      {
        apis: [[catalogApiRef, { getEntitiesByRefs }]],
        mountedRoutes: { '/create': createTenantRouteRef },
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions' }),
    );
    const items = await screen.findAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Change the size',
    ]);
  });

  it('leads to all forms in an app that has no place for a single one', async () => {
    renderInTestApp(
      <TenantActions
        status={fakeEnvironment()}
        actions={tenantActionsSchema.parse([{ template: 'change-size' }])}
      />,
      { mountedRoutes: { '/forms': createTenantRouteRef } },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions' }),
    );
    expect(await screen.findByRole('menuitem')).toHaveAttribute(
      'href',
      '/forms',
    );
  });

  it('is not there when there is nothing to offer', async () => {
    renderWithApi(
      <>
        <TenantActions status={fakeEnvironment()} actions={[]} />
        <p>page</p>
      </>,
      { api: new FakeTenantsApi() },
    );
    await screen.findByText('page');
    expect(screen.queryByRole('button', { name: 'Actions' })).toBeNull();
  });
});
