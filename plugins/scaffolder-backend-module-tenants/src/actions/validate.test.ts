import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { answer } from '../__testUtils__/answer';
import { memoryReader } from '../__testUtils__/memoryReader';
import { clientFile, registryFiles } from '../__testUtils__/registry';
import { createValidateAction } from './validate';

const renamed = clientFile('Acme Bank');

describe('tenants:validate', () => {
  const workspace = createMockDirectory();
  const permissions = mockServices.permissions.mock();
  const reader = memoryReader(registryFiles);
  const action = createValidateAction({ reader, permissions });

  beforeEach(() => {
    jest.clearAllMocks();
    workspace.setContent({ [renamed.path]: renamed.content });
    answer(permissions, () => AuthorizeResult.ALLOW);
  });

  function contextOf(deletions?: string[], isDryRun = false) {
    const context = createMockActionContext<{ deletions?: string[] }>({
      workspacePath: workspace.path,
      input: { deletions },
    });
    context.isDryRun = isDryRun;
    return context;
  }

  it('lets a change pass that keeps all rules', async () => {
    const context = contextOf();

    await action.handler(context);

    expect(context.output).toHaveBeenCalledWith('findings', []);
  });

  it('names every broken rule at once, with its file and how to mend it', async () => {
    workspace.addContent({
      'clients/acme-01/client.yaml': 'kind: Tenant\n',
      'clients/other-01/a b.yaml': 'a: 1\n',
    });

    await expect(action.handler(contextOf())).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /^The change breaks these rules:\n(?=[^]*- clients\/acme-01\/client\.yaml)(?=[^]*- clients\/other-01\/a b\.yaml.*\(file-path\): .*\. Use plain names)/,
      ),
    });
  });

  it('judges the deletions too', async () => {
    workspace.setContent({});

    await expect(action.handler(contextOf(['platform.yaml']))).rejects.toThrow(
      '- platform.yaml (file-place)',
    );
  });

  it('gives the findings as an output of a dry run, and goes on', async () => {
    workspace.addContent({ 'clients/acme-01/client.yaml': 'kind: Tenant\n' });
    const context = contextOf(undefined, true);
    const warn = jest.spyOn(context.logger, 'warn');

    await action.handler(context);

    expect(context.output).toHaveBeenCalledWith(
      'findings',
      expect.arrayContaining([
        expect.objectContaining({
          file: 'clients/acme-01/client.yaml',
          rule: expect.any(String),
          message: expect.any(String),
        }),
      ]),
    );
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining('breaks these rules'),
    );
  });

  it('refuses who may not propose changes, before anything is read', async () => {
    answer(permissions, () => AuthorizeResult.DENY);

    await expect(action.handler(contextOf())).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'There is no tenant "acme-01".',
    });
    expect(reader.readTenantFiles).not.toHaveBeenCalled();
  });
});
