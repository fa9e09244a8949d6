import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createPullRequestAction } from './pullRequest';

const input = {
  title: 'Onboard acme-01 to devnet',
  description: 'Adds acme-01.',
  branch: 'tenantry/new-canton-client/acme-01',
};
const pullRequest = {
  number: 7,
  url: 'https://gitea.example.com/platform/gitops/pulls/7',
};

describe('tenants:pull-request', () => {
  const workspace = createMockDirectory();
  const permissions = mockServices.permissions.mock();
  const forge = { proposeChange: jest.fn() };
  const action = createPullRequestAction({
    forge,
    forgeHost: 'gitea.example.com',
    permissions,
  });

  beforeEach(() => {
    jest.resetAllMocks();
    workspace.setContent({
      clients: { 'acme-01': { 'client.yaml': 'kind: Tenant\n' } },
    });
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    forge.proposeChange.mockResolvedValue(pullRequest);
  });

  const contextOf = (user?: object) =>
    createMockActionContext<typeof input>({
      workspacePath: workspace.path,
      templateInfo: {
        entityRef: 'template:default/new-canton-client',
        baseUrl: 'file:///templates/new-canton-client/template.yaml',
      },
      input,
      user,
    });

  it('proposes the files of the workspace in the name of the user', async () => {
    const context = contextOf({
      ref: 'user:default/operator',
      entity: {
        spec: {
          profile: { displayName: 'Olga Operator', email: 'olga@example.com' },
        },
      },
    });

    await action.handler(context);

    expect(forge.proposeChange).toHaveBeenCalledWith(
      {
        branch: input.branch,
        title: input.title,
        description: expect.stringMatching(
          /^Adds acme-01\.\n\nProposed by user:default\/operator with template:default\/new-canton-client, task mock-task-id\.\n$/,
        ),
        files: [
          { path: 'clients/acme-01/client.yaml', content: 'kind: Tenant\n' },
        ],
        author: { name: 'Olga Operator', email: 'olga@example.com' },
      },
      { signal: undefined },
    );
    expect(context.output).toHaveBeenCalledWith('url', pullRequest.url);
    expect(context.output).toHaveBeenCalledWith('number', 7);
  });

  it.each([
    ['a user without an entity', { ref: 'user:default/olga' }, 'olga'],
    ['a service', { ref: 'plugin:tenants' }, 'portal'],
    ['nobody', undefined, 'portal'],
  ])('names an author for a task of %s', async (_, user, name) => {
    await action.handler(contextOf(user));

    expect(forge.proposeChange.mock.calls[0][0].author).toEqual({
      name,
      email: `${name}@users.noreply.gitea.example.com`,
    });
  });

  it('refuses files outside of clients/ and hub/', async () => {
    workspace.addContent({ 'platform.yaml': 'kind: Platform\n' });

    await expect(action.handler(contextOf())).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('The workspace holds platform.yaml'),
    });
    expect(forge.proposeChange).not.toHaveBeenCalled();
  });

  it('refuses an empty change', async () => {
    workspace.setContent({});

    await expect(action.handler(contextOf())).rejects.toThrow(
      'The workspace holds 0 files',
    );
  });

  it('refuses who may not propose changes', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect(action.handler(contextOf())).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(forge.proposeChange).not.toHaveBeenCalled();
  });

  it('fails with the cause when the forge does', async () => {
    forge.proposeChange.mockRejectedValue(
      new Error('Could not write the files'),
    );

    await expect(action.handler(contextOf())).rejects.toThrow(
      'Could not write the files',
    );
  });

  it('takes no part in a dry run', () => {
    expect(action.supportsDryRun).toBe(false);
  });
});
