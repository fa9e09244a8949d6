import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  Platform,
  portalConfig,
  startPlatform,
} from '@tenantry/local-platform';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PortalProcess } from '../__testUtils__/PortalProcess';
import { spawnPortal } from '../__testUtils__/spawnPortal';
import {
  PlantedSecrets,
  plantSecrets,
  secretsIn,
} from './__testUtils__/plantedSecrets';
import { TellTaleServer } from './__testUtils__/TellTaleServer';

jest.setTimeout(180_000);

describe('the secrets of the portal', () => {
  let directory: string;
  let platform: Platform;
  let upstream: TellTaleServer;
  let secrets: PlantedSecrets;
  let portal: PortalProcess;

  /** Every answer of the portal, with its headers. */
  const answers: string[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'secrets-'));
    platform = await startPlatform({
      dataDirectory: join(directory, 'platform'),
      port: 0,
      portalUrl: 'http://localhost:1',
      standing: true,
      logger: mockServices.logger.mock(),
    });
    upstream = await TellTaleServer.start(platform.access.forge.url);
    secrets = plantSecrets(platform.access.forge.portalToken);
    portal = await spawn();
    await portal.ready();
    await untilTenantsAreKnown();
    await askEverything();
    upstream.failForge();
    await askEverything();
    await untilTasksHaveFailed();
  });

  afterAll(async () => {
    await portal?.kill();
    upstream?.stop();
    await platform?.close();
    await rm(directory, { recursive: true, force: true });
  });

  function spawn(change: (config: JsonObject) => JsonObject = same => same) {
    return spawnPortal({
      directory,
      token: secrets.localToken,
      sessionSecret: secrets.sessionSecret,
      config: () => change(plantedConfig()),
    });
  }

  function plantedConfig(): JsonObject {
    const { access } = platform;
    const planted = portalConfig({
      ...access,
      forge: {
        ...access.forge,
        url: upstream.url,
        webhookSecret: secrets.webhookSecret,
      },
      identityProvider: {
        ...access.identityProvider,
        url: `${upstream.url}/identity`,
        clientSecret: secrets.oidcClientSecret,
      },
      clusters: access.clusters.map(({ name }) => ({
        name,
        url: `${upstream.url}/clusters/${name}`,
      })),
      clusterReaderToken: secrets.clusterToken,
    });
    return {
      ...planted,
      tenants: {
        ...(planted.tenants as JsonObject),
        prometheus: {
          url: `${upstream.url}/prometheus`,
          interval: { seconds: 1 },
          basicAuth: { username: 'portal', password: secrets.metricsPassword },
          headers: { 'X-Api-Key': secrets.metricsHeader },
        },
      },
    };
  }

  async function ask(
    path: string,
    init: RequestInit & { body?: string } = {},
  ): Promise<Response> {
    const response = await fetch(`${portal.url}/api${path}`, {
      method: init.body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      ...init,
      headers: {
        Authorization: `Bearer ${secrets.localToken}`,
        'Content-Type': 'application/json',
        ...init.headers,
      },
    });
    const body = await response.clone().text();
    answers.push(JSON.stringify([path, [...response.headers], body]));
    return response;
  }

  async function untilTenantsAreKnown(): Promise<void> {
    await portal.until(async () => {
      const response = await ask('/tenants/v1/tenants');
      return response.ok && (await response.json()).totalItems > 0;
    });
  }

  /** Reads what the tasks say of it, too. */
  async function untilTasksHaveFailed(): Promise<void> {
    const tasks = async () => {
      const answer = await ask('/scaffolder/v2/tasks');
      return (await answer.json()).tasks as { id: string; status: string }[];
    };
    await portal.until(async () =>
      (await tasks()).every(({ status }) => status === 'failed'),
    );
    for (const { id } of await tasks()) {
      await ask(`/scaffolder/v2/tasks/${id}/events`);
    }
  }

  const post = (path: string, body: object) =>
    ask(path, { body: JSON.stringify(body) });

  /** Calls that lead to every upstream, and fail there. */
  async function askEverything(): Promise<void> {
    const place = '/tenants/v1/tenants/acme-01/environments/mainnet';
    const change = {
      templateRef: 'template:default/change-allow-list',
      values: {
        client: 'acme-01',
        environments: ['mainnet'],
        allowList: { mainnet: ['192.0.2.0/24'] },
      },
    };
    await ask('/tenants/v1/tenants/acme-01');
    await ask(place);
    await ask(`${place}/metrics?range=1h`);
    await ask('/tenants/v1/clusters');
    await post(`${place}/sync`, {});
    await post('/tenants/v1/changes/preview', change);
    await post('/scaffolder/v2/tasks', change);
    await ask('/scaffolder/v2/tasks');
    await ask('/kubernetes/clusters');
    await ask('/search/query?term=acme');
    await post('/events/http/gitea', { ref: 'refs/heads/main' });
    await signIn();
  }

  /** Comes back from the identity provider with a code that it does not take. */
  async function signIn(): Promise<void> {
    const start = await ask('/auth/oidc/start?env=development');
    const location = new URL(start.headers.get('location') ?? upstream.url);
    const state = location.searchParams.get('state') ?? '';
    const cookie = start.headers
      .getSetCookie()
      .map(text => text.split(';')[0])
      .join('; ');
    await ask(
      `/auth/oidc/handler/frame?code=none&state=${encodeURIComponent(state)}`,
      { headers: { cookie } },
    );
    await ask('/auth/oidc/refresh?env=development', {
      headers: {
        cookie: 'oidc-refresh-token=none',
        'X-Requested-With': 'XMLHttpRequest',
      },
    });
  }

  it('reach the servers that they are for, which tell them to everybody', () => {
    const { localToken, sessionSecret, webhookSecret, ...sent } = secrets;
    const told = secretsIn(upstream.received.join('\n'), secrets);
    expect(told.sort()).toEqual(Object.keys(sent).sort());
  });

  it('are in no line of the log', () => {
    expect(portal.output).toContain('isAuditEvent');
    expect(secretsIn(portal.output, secrets)).toEqual([]);
  });

  it('are refused in an address, by a message without them', async () => {
    const password = `password-${secrets.metricsPassword}`;
    const other = await spawn(config => ({
      ...config,
      tenants: {
        ...(config.tenants as JsonObject),
        prometheus: { url: `http://portal:${password}@localhost:1` },
      },
    }));
    await other.until(async () =>
      other.output.includes('must not hold credentials'),
    );
    await other.kill();
    expect(secretsIn(other.output, { ...secrets, password })).toEqual([]);
  });

  it('are in no answer', () => {
    expect(answers.length).toBeGreaterThan(25);
    expect(secretsIn(answers.join('\n'), secrets)).toEqual([]);
  });
});
