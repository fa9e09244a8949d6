import { symlink } from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { Forge } from '@tenantry/forges';
import { answer } from '../__testUtils__/answer';
import { memoryReader } from '../__testUtils__/memoryReader';
import { clientFile, registryFiles } from '../__testUtils__/registry';
import { createPullRequestAction } from './pullRequest';

type Input = {
  title: string;
  description: string;
  branch: string;
  deletions?: string[];
};

const input: Input = {
  title: 'Rename acme-01',
  description: 'Gives acme-01 another title.',
  branch: 'tenantry/rename/acme-01',
};
const pullRequest = {
  number: 7,
  url: 'https://gitea.example.com/platform/gitops/pulls/7',
};
const renamed = clientFile('Acme Bank');
const notes = { path: 'clients/acme-01/notes.txt', content: 'old\n' };

describe('tenants:pull-request', () => {
  const workspace = createMockDirectory();
  const permissions = mockServices.permissions.mock();
  const forge = {
    proposeChange: jest.fn(),
    readPullRequest: jest.fn(),
    findOpenPullRequest: jest.fn(),
    listPullRequests: jest.fn(),
    listCommits: jest.fn(),
    readCommitPaths: jest.fn(),
    readChangedPaths: jest.fn(),
    readChange: jest.fn(),
  } satisfies Forge;
  const reader = memoryReader([...registryFiles, notes]);
  const action = createPullRequestAction({
    reader,
    forge,
    forgeHost: 'gitea.example.com',
    permissions,
  });

  beforeEach(() => {
    jest.clearAllMocks();
    workspace.setContent({ [renamed.path]: renamed.content });
    answer(permissions, () => AuthorizeResult.ALLOW);
    forge.proposeChange.mockResolvedValue(pullRequest);
  });

  const contextOf = (options: object = {}) =>
    createMockActionContext<Input>({
      workspacePath: workspace.path,
      templateInfo: {
        entityRef: 'template:default/rename',
        baseUrl: 'file:///templates/rename/template.yaml',
      },
      input,
      ...options,
    });

  it('proposes the files of the workspace and the deletions in the name of the user', async () => {
    const context = contextOf({
      input: { ...input, deletions: [notes.path] },
      user: {
        ref: 'user:default/operator',
        entity: {
          spec: {
            profile: {
              displayName: 'Olga Operator',
              email: 'olga@example.com',
            },
          },
        },
      },
    });
    const info = jest.spyOn(context.logger, 'info');

    await action.handler(context);

    expect(forge.proposeChange).toHaveBeenCalledWith(
      {
        branch: input.branch,
        title: input.title,
        description: expect.stringMatching(
          /^Gives acme-01 another title\.\n\nProposed by user:default\/operator with template:default\/rename, task mock-task-id\.\n$/,
        ),
        files: [
          {
            ...renamed,
            operation: 'update',
            previousContent: clientFile('Acme').content,
          },
          {
            path: notes.path,
            operation: 'delete',
            previousContent: notes.content,
          },
        ],
        author: { name: 'Olga Operator', email: 'olga@example.com' },
      },
      { signal: undefined },
    );
    expect(context.output).toHaveBeenCalledWith('url', pullRequest.url);
    expect(context.output).toHaveBeenCalledWith('number', 7);
    expect(context.output).toHaveBeenCalledWith('branch', input.branch);
    expect(info).toHaveBeenCalledWith(
      expect.stringMatching(
        /^user:default\/operator proposed a change of 2 files, 1 of them deleted on tenantry\/rename\/acme-01, task mock-task-id\. Pull request 7 is open: https:/,
      ),
    );
  });

  it.each([
    ['a user without an entity', { ref: 'user:default/olga' }, 'olga'],
    ['a service', { ref: 'plugin:tenants' }, 'portal'],
    ['nobody', undefined, 'portal'],
  ])('names an author for a task of %s', async (_, user, name) => {
    await action.handler(contextOf({ user }));

    expect(forge.proposeChange.mock.calls[0][0].author).toEqual({
      name,
      email: `${name}@users.noreply.gitea.example.com`,
    });
  });

  it.each([
    [
      'a file outside of clients/ and hub/',
      { 'platform.yaml': 'kind: Platform\n' },
      'The workspace holds platform.yaml',
    ],
    [
      'a file that is too large',
      { 'clients/acme-01/big.yaml': 'x'.repeat(2 ** 20 + 1) },
      'clients/acme-01/big.yaml in the workspace has 1048577 bytes',
    ],
    [
      'a file that is no text',
      { 'clients/acme-01/logo.png': Buffer.from([0xff, 0xfe, 0xfd]) },
      'clients/acme-01/logo.png in the workspace is no text',
    ],
    [
      'too many files',
      Object.fromEntries(
        Array.from({ length: 500 }, (_, index) => [
          `clients/acme-01/${index}.yaml`,
          'a: 1\n',
        ]),
      ),
      'The workspace holds 501 files',
    ],
  ])('refuses %s', async (_, content, message) => {
    workspace.addContent(content);

    await expect(action.handler(contextOf())).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
    expect(forge.proposeChange).not.toHaveBeenCalled();
  });

  it('refuses a symbolic link', async () => {
    await symlink(
      '/etc/passwd',
      workspace.resolve('clients/acme-01/passwd.yaml'),
    );

    await expect(action.handler(contextOf())).rejects.toThrow(
      'clients/acme-01/passwd.yaml in the workspace is a symbolic link',
    );
    expect(forge.proposeChange).not.toHaveBeenCalled();
  });

  it('refuses an empty change', async () => {
    workspace.setContent({});

    await expect(action.handler(contextOf())).rejects.toThrow(
      'there is nothing to propose',
    );
  });

  it('refuses a change that the repository holds already', async () => {
    workspace.setContent({ [renamed.path]: clientFile('Acme').content });

    await expect(action.handler(contextOf())).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('holds this change already'),
    });
  });

  it.each([
    [
      'a workspace that nobody checked',
      { 'clients/acme-01/devnet/manifests/role.yaml': 'kind: ClusterRole\n' },
      undefined,
      /- clients\/acme-01\/devnet\/manifests\/role\.yaml.* \([a-z/-]+\): /,
    ],
    [
      'a deletion of what is not a tenant’s',
      {},
      ['platform.yaml'],
      /- platform\.yaml \(file-place\)/,
    ],
  ])('refuses %s', async (_, content, deletions, message) => {
    workspace.addContent(content);

    await expect(
      action.handler(contextOf({ input: { ...input, deletions } })),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
    expect(forge.proposeChange).not.toHaveBeenCalled();
  });

  it('refuses who may not propose changes, before anything is read', async () => {
    answer(permissions, () => AuthorizeResult.DENY);

    await expect(action.handler(contextOf())).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'There is no tenant "acme-01".',
    });
    expect(reader.readTenantFiles).not.toHaveBeenCalled();
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

  it('proposes once for a task that is resumed', async () => {
    const context = contextOf({
      checkpoint: async () => ({ url: pullRequest.url, number: 7 }),
    });
    context.checkpoint = async () => pullRequest as never;

    await action.handler(context);

    expect(forge.proposeChange).not.toHaveBeenCalled();
    expect(context.output).toHaveBeenCalledWith('number', 7);
  });

  it('checks in a dry run, and leaves the forge alone', async () => {
    const context = contextOf({ isDryRun: true });
    context.isDryRun = true;

    await action.handler(context);

    expect(forge.proposeChange).not.toHaveBeenCalled();
    expect(context.output).toHaveBeenCalledWith('branch', input.branch);

    workspace.setContent({ 'clients/acme-01/client.yaml': 'kind: Nothing\n' });
    await expect(action.handler(context)).rejects.toThrow('breaks these rules');
  });
});
