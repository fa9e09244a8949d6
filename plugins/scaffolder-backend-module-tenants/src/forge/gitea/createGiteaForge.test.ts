import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  FakeGitea,
  giteaUrl,
  registryUrl,
} from '../../__testUtils__/FakeGitea';
import { ProposedChange } from '../Forge';
import { createGiteaForge } from './createGiteaForge';

const api = `${giteaUrl}/api/v1/repos/platform/gitops`;
const branch = 'tenantry/new-canton-client/acme-01';
const change: ProposedChange = {
  branch,
  title: 'Onboard acme-01 to devnet',
  description: 'Adds acme-01.',
  files: [
    { path: 'clients/acme-01/client.yaml', content: 'title: Zoë\n' },
    { path: 'hub/projects/acme-01.yaml', content: 'kind: AppProject\n' },
  ],
  author: { name: 'Olga Operator', email: 'olga@example.com' },
};

describe('GiteaForge', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  let gitea: FakeGitea;
  const forge = createGiteaForge({
    registryUrl,
    integration: {
      host: 'gitea.example.com',
      baseUrl: giteaUrl,
      password: 'forge-token',
    },
  });

  beforeEach(() => {
    gitea = new FakeGitea();
    server.use(...gitea.handlers());
  });

  const branches = () => [...gitea.branches.keys()];

  it('writes all files in one commit of the author and opens a pull request', async () => {
    await expect(forge.proposeChange(change)).resolves.toEqual({
      number: 1,
      url: `${giteaUrl}/platform/gitops/pulls/1`,
    });

    expect(gitea.commits).toHaveLength(1);
    expect(gitea.commits[0]).toMatchObject({
      branch: 'main',
      new_branch: branch,
      message: change.title,
      author: change.author,
    });
    expect(Object.fromEntries(gitea.branches.get(branch)!)).toEqual(
      Object.fromEntries(change.files.map(file => [file.path, file.content])),
    );
    expect(gitea.pullRequests).toEqual([
      expect.objectContaining({
        title: change.title,
        body: change.description,
        head: branch,
        base: 'main',
      }),
    ]);
    expect([...gitea.authorizations]).toEqual(['token forge-token']);
  });

  it('updates what exists and leaves out what is the same already', async () => {
    gitea.branches
      .get('main')!
      .set(change.files[0].path, change.files[0].content)
      .set(change.files[1].path, 'kind: Old\n');

    await forge.proposeChange(change);

    expect(gitea.commits[0].files).toEqual([
      expect.objectContaining({
        operation: 'update',
        path: change.files[1].path,
      }),
    ]);
  });

  it('refuses a change that the repository holds already', async () => {
    change.files.forEach(file =>
      gitea.branches.get('main')!.set(file.path, file.content),
    );

    await expect(forge.proposeChange(change)).rejects.toThrow(
      'The branch main of the repository holds this change already.',
    );
    expect(branches()).toEqual(['main']);
  });

  it('brings the open pull request up to date instead of opening a second one', async () => {
    const first = await forge.proposeChange(change);
    const edited = {
      ...change,
      title: 'Onboard acme-01 to devnet, testnet',
      files: [
        { ...change.files[0], content: 'title: Acme\n' },
        change.files[1],
        { path: 'clients/acme-01/testnet/tenant.yaml', content: 'new\n' },
      ],
    };

    await expect(forge.proposeChange(edited)).resolves.toEqual(first);

    expect(gitea.pullRequests).toHaveLength(1);
    expect(gitea.pullRequests[0].title).toBe(edited.title);
    expect(gitea.commits[1]).not.toHaveProperty('new_branch');
    expect(gitea.commits[1].files.map(file => file.operation)).toEqual([
      'update',
      'create',
    ]);
  });

  it('makes no empty commit when the open pull request is up to date', async () => {
    await forge.proposeChange(change);
    await forge.proposeChange(change);

    expect(gitea.commits).toHaveLength(1);
  });

  it('starts afresh where a closed pull request left its branch', async () => {
    await forge.proposeChange(change);
    gitea.pullRequests[0].state = 'closed';

    await expect(forge.proposeChange(change)).resolves.toMatchObject({
      number: 2,
    });
    expect(gitea.commits[1]).toMatchObject({ new_branch: branch });
  });

  it.each([
    [401, 'token is invalid'],
    [403, 'token does not have the scope'],
    [409, 'repository is archived'],
    [422, 'invalid path'],
    [500, 'internal error'],
  ])(
    'fails with the cause when writing is answered with %i',
    async (status, message) => {
      server.use(
        http.post(`${api}/contents`, () =>
          HttpResponse.json({ message }, { status }),
        ),
      );

      await expect(forge.proposeChange(change)).rejects.toThrow(
        `Could not write the files: the forge answered ${status} (${message})`,
      );
      expect(branches()).toEqual(['main']);
      expect(gitea.pullRequests).toEqual([]);
    },
  );

  it('removes the branch again when the pull request is refused, and can be run again', async () => {
    server.use(
      http.post(
        `${api}/pulls`,
        () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 }),
        { once: true },
      ),
    );

    await expect(forge.proposeChange(change)).rejects.toThrow(
      'Could not open the pull request: the forge answered 502',
    );
    expect(branches()).toEqual(['main']);

    await expect(forge.proposeChange(change)).resolves.toMatchObject({
      number: 1,
    });
  });

  it('removes a branch that was written although the answer got lost', async () => {
    server.use(
      http.post(
        `${api}/contents`,
        () => {
          gitea.branches.set(branch, new Map());
          return HttpResponse.error();
        },
        { once: true },
      ),
    );

    await expect(forge.proposeChange(change)).rejects.toThrow(
      `Could not write the files: the forge at ${giteaUrl} cannot be reached`,
    );
    expect(branches()).toEqual(['main']);
  });

  it('returns the pull request that was opened although the answer got lost', async () => {
    server.use(
      http.post(
        `${api}/pulls`,
        () => {
          gitea.pullRequests.push({
            number: 1,
            title: '',
            body: '',
            state: 'open',
            head: branch,
            base: 'main',
          });
          return HttpResponse.error();
        },
        { once: true },
      ),
    );

    await expect(forge.proposeChange(change)).resolves.toMatchObject({
      number: 1,
    });
    expect(branches()).toEqual(['main', branch]);
    expect(gitea.pullRequests[0].title).toBe(change.title);
  });

  it('takes its branch back when the task is cancelled', async () => {
    const controller = new AbortController();
    server.use(
      http.post(`${api}/pulls`, () => {
        controller.abort();
        return new Promise<never>(() => {});
      }),
    );

    await expect(
      forge.proposeChange(change, { signal: controller.signal }),
    ).rejects.toThrow('Could not open the pull request');
    expect(branches()).toEqual(['main']);
  });

  it('gives up on a forge that does not answer', async () => {
    const timeout = jest
      .spyOn(AbortSignal, 'timeout')
      .mockImplementation(() =>
        AbortSignal.abort(new DOMException('timed out', 'TimeoutError')),
      );

    await expect(forge.proposeChange(change)).rejects.toThrow(
      `Could not list the open pull requests: the forge at ${giteaUrl} cannot be reached (no answer within 30 s)`,
    );
    expect(timeout).toHaveBeenCalledWith(30_000);
    timeout.mockRestore();
  });

  it('does not follow a redirect with its credentials', async () => {
    server.use(
      http.get(`${api}/pulls`, () =>
        HttpResponse.redirect('https://elsewhere.example.com/pulls'),
      ),
    );

    await expect(forge.proposeChange(change)).rejects.toThrow(
      'Could not list the open pull requests',
    );
  });

  it.each([
    'https://gitea.example.com/platform/gitops',
    'https://gitea.example.com/platform/gitops/src/commit/abc/',
    'https://elsewhere.example.com/platform/gitops/src/branch/main/',
  ])('refuses %s as the address of a registry', address => {
    expect(() =>
      createGiteaForge({
        registryUrl: address,
        integration: { host: 'gitea.example.com', baseUrl: giteaUrl },
      }),
    ).toThrow('tenants.registry.url must be');
  });
});
