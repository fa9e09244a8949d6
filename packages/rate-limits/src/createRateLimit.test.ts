import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Router } from 'express';
import request from 'supertest';
import { createRateLimit } from './createRateLimit';

const plugin = createBackendPlugin({
  pluginId: 'example',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpRouter, ...services }) {
        const router = Router();
        for (const name of ['charts', 'reports']) {
          const limit = createRateLimit(services, name, 2);
          router.get(`/${name}`, limit, (_, response) => {
            response.json({});
          });
        }
        httpRouter.use(router);
      },
    });
  },
});

describe('createRateLimit', () => {
  let backend: TestBackend;

  afterEach(() => backend?.stop());

  async function start(rateLimits: JsonObject = {}) {
    backend = await startTestBackend({
      features: [
        plugin,
        mockServices.rootConfig.factory({ data: { tenants: { rateLimits } } }),
      ],
    });
  }

  const ask = (authorization: string, path = 'charts', address = '192.0.2.1') =>
    request(backend.server)
      .get(`/api/example/${path}`)
      .set('X-Forwarded-For', address)
      .set('Authorization', authorization);
  const jane = mockCredentials.user.header('user:default/jane');
  const june = mockCredentials.user.header('user:default/june');

  it('lets a caller ask as often as allowed, and then says when to ask again', async () => {
    await start();
    expect((await ask(jane)).status).toBe(200);
    expect((await ask(jane)).status).toBe(200);
    const refused = await ask(jane);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.body.error).toMatchObject({
      name: 'TooManyRequestsError',
      message: `You ask too often: at most 2 times in 60 seconds (limit "charts"). Try again in ${seconds} seconds.`,
    });
  });

  it('counts by identity, not by address', async () => {
    await start();
    await ask(jane, 'charts', '192.0.2.1');
    await ask(jane, 'charts', '192.0.2.2');
    expect((await ask(jane, 'charts', '192.0.2.3')).status).toBe(429);
    expect((await ask(june, 'charts', '192.0.2.3')).status).toBe(200);
  });

  it('counts each limit apart', async () => {
    await start();
    await ask(jane);
    await ask(jane);
    expect((await ask(jane)).status).toBe(429);
    expect((await ask(jane, 'reports')).status).toBe(200);
  });

  it('begins anew with the next window', async () => {
    await start({ charts: { limit: 1, window: { seconds: 1 } } });
    expect((await ask(jane)).status).toBe(200);
    const refused = await ask(jane);
    expect([refused.status, refused.headers['retry-after']]).toEqual([
      429,
      '1',
    ]);
    await new Promise(resolve => setTimeout(resolve, 1_100));
    expect((await ask(jane)).status).toBe(200);
  });

  it('tells nobody how many requests are left', async () => {
    await start();
    const names = Object.keys((await ask(jane)).headers);
    expect(names.filter(name => /rate.?limit/i.test(name))).toEqual([]);
  });

  it.each([
    [{ charts: { limit: 0 } }, 'tenants.rateLimits.charts.limit is 0'],
    [{ charts: { limit: 1.5 } }, 'tenants.rateLimits.charts.limit is 1.5'],
    [
      { charts: { window: { days: 2 } } },
      'tenants.rateLimits.charts.window has to be between a second and a day',
    ],
  ])('refuses the configuration %j', async (rateLimits, message) => {
    await expect(start(rateLimits)).rejects.toThrow(message);
  });
});
