import { generateKeyPairSync } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { FakeServer } from './__testUtils__/FakeServer';
import { createForge } from './createForge';

const integrationsOf = (integrations: object) =>
  ScmIntegrations.fromConfig(new ConfigReader({ integrations }));

describe('createForge', () => {
  it('says that a kind of forge is not supported', () => {
    expect(() =>
      createForge(
        'https://bitbucket.org/platform/gitops/src/main/',
        integrationsOf({}),
      ),
    ).toThrow('bitbucket.org of tenants.registry.url is of the kind bitbucket');
  });

  it('says that a host is not configured', () => {
    expect(() =>
      createForge(
        'https://git.example.org/a/b/src/branch/main/',
        integrationsOf({}),
      ),
    ).toThrow('There is no integration for git.example.org');
  });

  it.each([
    ['https://github.com/platform/gitops', '/tree/<branch>/'],
    ['https://gitlab.com/platform/gitops', '/-/tree/<branch>/'],
  ])('says what the address %s lacks', (address, form) => {
    expect(() => createForge(address, integrationsOf({}))).toThrow(form);
  });
});

describe('a GitHub App', () => {
  const server = new FakeServer();
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  let host: string;

  beforeAll(async () => {
    host = await server.start(app => {
      app.get('/app/installations', (_, response) => {
        const account = { login: 'platform' };
        response.json([{ id: 1, account, repository_selection: 'all' }]);
      });
      app.post('/app/installations/1/access_tokens', (_, response) => {
        const expires = new Date(Date.now() + 3_600_000).toISOString();
        response
          .status(201)
          .json({ token: 'installation-token', expires_at: expires });
      });
      app.get('/repos/platform/gitops/pulls', (_, response) => {
        response.json([]);
      });
    });
  });
  afterAll(() => server.stop());

  const appForge = () =>
    createForge(
      `https://${host}/platform/gitops/tree/main/`,
      integrationsOf({
        github: [
          {
            host,
            apiBaseUrl: `http://${host}`,
            apps: [
              {
                appId: 1,
                privateKey,
                clientId: 'client',
                clientSecret: 'secret',
                webhookSecret: 'secret',
              },
            ],
          },
        ],
      }),
    );

  it('is asked with the token of its installation', async () => {
    await appForge().findOpenPullRequest('tenantry/a/b');

    expect(server.requests.at(-1)).toMatchObject({
      path: expect.stringMatching(/^\/repos\/platform\/gitops\/pulls/),
      authorization: 'Bearer installation-token',
    });
  });

  it('is told to be missing where its token cannot be had', async () => {
    server.intercept = ({ path }, response) => {
      if (!path.startsWith('/app/')) {
        return false;
      }
      response.status(500).json({ message: 'broken' });
      return true;
    };

    await expect(
      appForge().findOpenPullRequest('tenantry/a/b'),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('no token of the GitHub App'),
    });
  });
});
