import { existsSync, readFileSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { ChangedFile, Forge, MergedChange } from '@tenantry/forges';
import { answer } from '../__testUtils__/answer';
import { memoryReader } from '../__testUtils__/memoryReader';
import { clientFile, registryFiles } from '../__testUtils__/registry';
import { createRevertAction } from './revert';

const path = 'clients/acme-01/client.yaml';
const before = clientFile('Acme Ltd').content;
const after = clientFile('Acme').content;
const added = 'clients/acme-01/added.txt';
const removed = 'hub/notes/acme-01.yaml';
const files: ChangedFile[] = [
  { path: added, after: 'added\n' },
  { path, before, after },
  { path: removed, before: 'removed\n' },
];

describe('tenants:revert', () => {
  const workspace = createMockDirectory();
  const permissions = mockServices.permissions.mock();
  const readChange = jest.fn();
  const forge = { readChange } as Partial<Forge> as Forge;
  const reader = memoryReader([
    ...registryFiles,
    { path: added, content: 'added\n' },
  ]);
  const action = createRevertAction({ reader, forge, permissions });

  beforeEach(() => {
    jest.clearAllMocks();
    workspace.setContent({});
    answer(permissions, () => AuthorizeResult.ALLOW);
    readChange.mockResolvedValue(mergedChange(files));
  });

  const contextOf = (client = 'acme-01') =>
    createMockActionContext<{ client: string; number: number }>({
      workspacePath: workspace.path,
      input: { client, number: 7 },
    });

  it('writes the inverse change into the workspace', async () => {
    const context = contextOf();

    await action.handler(context);

    expect(readFileSync(workspace.resolve(path), 'utf8')).toBe(before);
    expect(readFileSync(workspace.resolve(removed), 'utf8')).toBe('removed\n');
    expect(existsSync(workspace.resolve(added))).toBe(false);
    expect(readChange).toHaveBeenCalledWith(7, { signal: undefined });
    const output = Object.fromEntries((context.output as jest.Mock).mock.calls);
    expect(output).toMatchObject({
      title: 'Revert "Rename | acme-01" (#7)',
      branch: 'tenantry/revert/7',
      deletions: [added],
      files: [
        { path: added, operation: 'delete' },
        { path, operation: 'update' },
        { path: removed, operation: 'create' },
      ],
    });
    expect(output.description).toMatch(
      /^Takes back \[Rename \\\| acme-01\]\(https:\/\/gitea\.example\.com\/7\) of acme-01, merged 2026-01-02T03:04:05Z\./,
    );
    expect(output.fileTable).toContain(`| delete | ${added} |`);
  });

  it('refuses when files were changed since, and names each', async () => {
    readChange.mockResolvedValue(
      mergedChange([
        ...files,
        { path: 'clients/acme-01/gone.yaml', after: 'gone\n' },
        { path: added, before: 'x' },
      ]),
    );

    await expect(action.handler(contextOf())).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        `these files were changed since: clients/acme-01/gone.yaml, ${added}.`,
      ),
    });
    expect(existsSync(workspace.resolve(path))).toBe(false);
  });

  it.each(['platform.yaml', 'clients/globex/client.yaml', 'hub/globex.yaml'])(
    'refuses a pull request that touches %s too',
    async other => {
      readChange.mockResolvedValue(
        mergedChange([...files, { path: other, before: 'x' }]),
      );

      await expect(action.handler(contextOf())).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(`not acme-01's alone: ${other}.`),
      });
    },
  );

  it('refuses a pull request of another client', async () => {
    await expect(action.handler(contextOf('globex'))).rejects.toThrow(
      `cannot be reverted for globex`,
    );
  });

  it("tells nothing of a pull request that changed somebody else's files", async () => {
    answer(permissions, (_, tenant) =>
      tenant === 'globex' ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    );
    await expect(action.handler(contextOf('globex'))).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'There is no merged pull request 7 of globex.',
    });
    expect(reader.readTenantFiles).not.toHaveBeenCalled();
  });

  it('refuses who may not propose changes, before anything is read', async () => {
    answer(permissions, () => AuthorizeResult.DENY);

    await expect(action.handler(contextOf())).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'There is no tenant "acme-01".',
    });
    expect(readChange).not.toHaveBeenCalled();
    expect(reader.readTenantFiles).not.toHaveBeenCalled();
  });
});

function mergedChange(changed: ChangedFile[]): MergedChange {
  return {
    pullRequest: {
      number: 7,
      url: 'https://gitea.example.com/7',
      title: 'Rename | acme-01',
      author: 'portal',
      branch: 'tenantry/rename/acme-01',
      state: 'merged',
      mergedAt: '2026-01-02T03:04:05Z',
      mergeCommit: 'a'.repeat(40),
    },
    files: changed,
  };
}
