import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { Request, Response } from 'express';
import { token } from './__testUtils__/FakeServer';
import { startFakeGitea } from './__testUtils__/startFakeGitea';
import { startFakeGithub } from './__testUtils__/startFakeGithub';
import { startFakeGitlab } from './__testUtils__/startFakeGitlab';
import { FakeWorld } from './__testUtils__/World';
import { createForge } from './createForge';
import { Forge, ProposedChange } from './Forge';

const branch = 'tenantry/allow-list/acme-01';
const path = 'clients/acme-01/client.yaml';
const change: ProposedChange = {
  branch,
  title: 'Rename acme-01',
  description: 'Another name.',
  files: [{ path, operation: 'update', content: 'title: New\n' }],
  author: { name: 'Olga Operator', email: 'olga@example.com' },
};

interface Kind {
  start: typeof startFakeGithub;
  configKey: string;
  /** The request that makes the branch visible. */
  write: RegExp;
  open: RegExp;
  openPurpose: string;
}

const kinds: [string, Kind][] = [
  [
    'GitHub',
    {
      start: startFakeGithub,
      configKey: 'integrations.github',
      write: /^POST .*\/git\/refs$/,
      open: /^POST .*\/pulls$/,
      openPurpose: 'open the pull request',
    },
  ],
  [
    'GitLab',
    {
      start: startFakeGitlab,
      configKey: 'integrations.gitlab',
      write: /^POST .*\/repository\/commits$/,
      open: /^POST .*\/merge_requests$/,
      openPurpose: 'open the merge request',
    },
  ],
  [
    'Gitea',
    {
      start: startFakeGitea,
      configKey: 'integrations.gitea',
      write: /^POST .*\/contents$/,
      open: /^POST .*\/pulls$/,
      openPurpose: 'open the pull request',
    },
  ],
];

describe.each(kinds)('when %s', (_, kind) => {
  let world: FakeWorld;
  let forge: Forge;
  const wait = jest.fn(async () => {});

  beforeEach(async () => {
    wait.mockClear();
    world = await kind.start({ [path]: 'title: Acme\n' });
    forge = forgeOf(world, wait);
  });
  afterEach(() => world.stop());

  const branches = () => [...world.repository.branches.keys()];

  /** Answers matching requests, the first `times` of them. */
  function on(
    pattern: RegExp,
    handle: (response: Response, request: Request) => boolean | void,
    times = Infinity,
  ) {
    let left = times;
    world.server.intercept = (request, response) => {
      const asked = `${request.method} ${request.path}`;
      if (!pattern.test(asked) || left === 0) {
        return false;
      }
      left -= 1;
      return handle(response, request) ?? true;
    };
  }

  function answer(
    pattern: RegExp,
    status: number,
    message: string,
    { headers = {}, times = Infinity } = {},
  ) {
    on(
      pattern,
      response => {
        response.set(headers).status(status).json({ message });
      },
      times,
    );
  }

  it('refuses the credentials, it says who renews which, and not what they are', async () => {
    answer(/./, 401, 'token expired');

    const error = await forge.proposeChange(change).catch(it => it);

    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toMatch(/answered 401 \(token expired\)/);
    expect(error.message).toContain(
      `an administrator of the portal renews those of 127.0.0.1:`,
    );
    expect(error.message).toContain(kind.configKey);
    expect(JSON.stringify([error.message, error.stack])).not.toContain(token);
  });

  it('hides the repository, it says that the credentials cannot see it', async () => {
    answer(/./, 404, 'Not Found');

    await expect(forge.readPullRequest(1)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('cannot see the repository'),
    });
  });

  it.each([
    [403, 'You are not allowed to push into this branch'],
    [422, 'Repository rule violations found'],
  ])(
    'protects the branch with %i, it says so and leaves nothing behind',
    async (status, message) => {
      answer(kind.write, status, message);

      await expect(forge.proposeChange(change)).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('The branch is protected, or'),
      });
      expect(branches()).toEqual(['main']);
    },
  );

  it('refuses what it is given, it passes the reason on', async () => {
    answer(kind.write, 422, 'the path is\ninvalid');

    await expect(forge.proposeChange(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/422 \(the path is invalid\)/),
    });
  });

  it.each([
    ['Retry-After', 429, { 'Retry-After': '7' }],
    ['Retry-After', 403, { 'Retry-After': '7' }],
  ])(
    'asks with %s to wait a little (%i), it waits',
    async (__, status, headers) => {
      answer(kind.write, status, 'slow down', { headers, times: 2 });

      await expect(forge.proposeChange(change)).resolves.toMatchObject({
        number: 1,
      });
      expect(wait.mock.calls).toEqual([
        [7000, undefined],
        [7000, undefined],
      ]);
    },
  );

  it('keeps asking to wait, it gives up and says when to come back', async () => {
    answer(kind.write, 429, 'slow down', { headers: { 'Retry-After': '7' } });

    await expect(forge.proposeChange(change)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/run this again after \d{4}-\d\d-\d\dT/),
    });
    expect(wait).toHaveBeenCalledTimes(2);
    expect(branches()).toEqual(['main']);
  });

  it.each([
    [{ 'Retry-After': '3600' }, 429],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour() }, 403],
    [{ 'RateLimit-Reset': inAnHour() }, 429],
    [{ 'Retry-After': new Date(Date.now() + 3_600_000).toUTCString() }, 429],
  ])(
    'is asked too much for an hour (%j), it says when to come back at once',
    async (headers, status) => {
      answer(/./, status, 'rate limit exceeded', { headers });

      const error = await forge.proposeChange(change).catch(it => it);

      expect(error.name).toBe('ServiceUnavailableError');
      const [time] = /\d{4}-[\d-]+T[\d:.]+Z/.exec(error.message)!;
      const minutes = (Date.parse(time) - Date.now()) / 60_000;
      expect(Math.round(minutes)).toBe(60);
      expect(wait).not.toHaveBeenCalled();
    },
  );

  it('has another writer, it looks again', async () => {
    answer(kind.write, 409, 'the branch moved', { times: 2 });

    await expect(forge.proposeChange(change)).resolves.toMatchObject({
      number: 1,
    });
  });

  it('always has another writer, it gives up with a conflict', async () => {
    let attempts = 0;
    on(kind.write, response => {
      attempts += 1;
      response.status(409).json({ message: 'the branch moved' });
    });

    await expect(forge.proposeChange(change)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('the branch moved'),
    });
    expect(attempts).toBe(3);
    expect(branches()).toEqual(['main']);
  });

  it('fails to open the pull request, the branch is removed, and the next run works', async () => {
    on(
      kind.open,
      response => {
        response.status(502).send('<h1>Bad gateway</h1>');
      },
      1,
    );

    await expect(forge.proposeChange(change)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(
        new RegExp(`Could not ${kind.openPurpose}: .* answered 502`),
      ),
    });
    expect(branches()).toEqual(['main']);

    await expect(forge.proposeChange(change)).resolves.toMatchObject({
      number: 1,
    });
  });

  it('loses the answer to the opened pull request, that pull request is returned', async () => {
    on(
      kind.open,
      response => {
        world.repository.openPull({
          title: 'Of the lost answer',
          description: '',
          head: branch,
          base: 'main',
        });
        response.destroy();
      },
      1,
    );

    await expect(forge.proposeChange(change)).resolves.toMatchObject({
      number: 1,
      title: change.title,
    });
    expect(world.repository.pulls).toHaveLength(1);
  });

  it('loses the answer to the written branch, the branch is removed', async () => {
    on(
      kind.write,
      response => {
        const main = world.repository.branches.get('main')!;
        world.repository.setBranch(branch, main);
        response.destroy();
      },
      1,
    );

    await expect(forge.proposeChange(change)).rejects.toThrow(
      'cannot be reached',
    );
    expect(branches()).toEqual(['main']);
  });

  it('goes away and cannot be asked what became of it, the next run repairs what is left', async () => {
    let isDown = false;
    world.server.intercept = (request, response) => {
      isDown ||= kind.open.test(`${request.method} ${request.path}`);
      if (isDown) {
        response.destroy();
      }
      return isDown;
    };
    await expect(forge.proposeChange(change)).rejects.toThrow(
      `Could not ${kind.openPurpose}`,
    );
    expect(branches()).toEqual(['main', branch]);

    world.server.intercept = () => false;

    await expect(forge.proposeChange(change)).resolves.toMatchObject({
      number: 1,
    });
  });

  it('is slow and the task is stopped, the branch is removed all the same', async () => {
    const controller = new AbortController();
    on(kind.open, () => {
      controller.abort();
    });

    await expect(
      forge.proposeChange(change, { signal: controller.signal }),
    ).rejects.toThrow(/cannot be reached \(the task was stopped\)/);
    expect(branches()).toEqual(['main']);
  });

  it('does not answer, it gives up after 30 s', async () => {
    const timeout = jest
      .spyOn(AbortSignal, 'timeout')
      .mockImplementation(() =>
        AbortSignal.abort(new DOMException('timed out', 'TimeoutError')),
      );

    await expect(forge.readPullRequest(1)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('(no answer in time)'),
    });
    expect(timeout).toHaveBeenCalledWith(30_000);
    timeout.mockRestore();
  });

  it('redirects, it does not follow with its credentials', async () => {
    on(/./, response => {
      response.redirect(301, `http://${response.req.headers.host}/elsewhere`);
    });

    await expect(forge.readPullRequest(1)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('corrects tenants.registry.url'),
    });
    expect(world.server.requests).toHaveLength(1);
  });
});

describe.each(kinds)('proposing on %s', (_, kind) => {
  let world: FakeWorld;
  afterEach(() => world.stop());

  it('leaves an open pull request alone that is the same already', async () => {
    world = await kind.start({ [path]: 'title: Acme\n' });
    const forge = forgeOf(world);
    await forge.proposeChange(change);
    const before = world.repository.branches.get(branch);

    await forge.proposeChange(change);

    expect(world.repository.branches.get(branch)).toBe(before);
  });

  it('takes as many requests for a repository of any size', async () => {
    const counts: number[] = [];
    for (const tenants of [0, 3000]) {
      world = await kind.start({
        [path]: 'title: Acme\n',
        ...Object.fromEntries(
          Array.from({ length: tenants }, (__, index) => [
            `clients/other-${index}/client.yaml`,
            `title: ${index}\n`,
          ]),
        ),
      });
      await forgeOf(world).proposeChange(change);
      counts.push(world.server.requests.length);
      if (tenants === 0) {
        await world.stop();
      }
    }
    expect(counts[0]).toBeLessThanOrEqual(8);
    expect(counts[1]).toBe(counts[0]);
  });
});

it.each(kinds.slice(0, 2))(
  'writes an executable file on %s',
  async (_, kind) => {
    const world = await kind.start({ [path]: 'title: Acme\n' });
    const file = { ...change.files[0], mode: '100755' as const };

    await forgeOf(world).proposeChange({ ...change, files: [file] });

    expect(world.repository.resolve(branch)!.tree.get(path)).toEqual({
      content: file.content,
      mode: '100755',
    });
    await world.stop();
  },
);

it.each(kinds.slice(1))(
  'does not take just any answer of %s for one',
  async (_, kind) => {
    const world = await kind.start({});
    world.server.intercept = (__, response) => {
      response.json({ unexpected: true });
      return true;
    };

    await expect(
      forgeOf(world).findOpenPullRequest(branch),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('is not understood'),
    });
    await world.stop();
  },
);

it('refuses an executable file on Gitea, whose API cannot write one', async () => {
  const world = await startFakeGitea({ [path]: 'title: Acme\n' });
  const file = { ...change.files[0], mode: '100755' as const };

  await expect(
    forgeOf(world).proposeChange({ ...change, files: [file] }),
  ).rejects.toThrow(`${path} is to be executable`);
  expect([...world.repository.branches.keys()]).toEqual(['main']);
  await world.stop();
});

function forgeOf(world: FakeWorld, wait?: () => Promise<void>): Forge {
  return createForge(
    world.registryUrl,
    ScmIntegrations.fromConfig(
      new ConfigReader({ integrations: world.integrations }),
    ),
    { wait },
  );
}

function inAnHour(): string {
  return `${Math.round(Date.now() / 1000) + 3600}`;
}
