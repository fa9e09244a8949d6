import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { TooManyRequestsError } from '@tenantry/rate-limits';
import express, { ErrorRequestHandler } from 'express';
import request from 'supertest';
import { limitRates } from './limitRates';

const place = '/v1/tenants/acme-01/environments/devnet';
const names = [
  'metrics',
  'pages',
  'preview',
  'requests',
  'rollouts',
  'timeline',
];

const answerStatus: ErrorRequestHandler = (error, _, response, next) => {
  if (error instanceof TooManyRequestsError) {
    response.status(error.statusCode).end();
  } else {
    next(error);
  }
};

/** The limits, each of one request, before routes that take everything. */
function startApp() {
  const one = Object.fromEntries(names.map(name => [name, { limit: 1 }]));
  return express()
    .use(
      limitRates({
        config: mockServices.rootConfig({
          data: { tenants: { rateLimits: one } },
        }),
        httpAuth: mockServices.httpAuth(),
      }),
    )
    .use((_, response) => {
      response.end();
    })
    .use(answerStatus);
}

async function askTwice(method: 'get' | 'post', path: string) {
  const app = startApp();
  const ask = () =>
    request(app)
      [method](path)
      .set('Authorization', mockCredentials.user.header('user:default/jane'));
  return [(await ask()).status, (await ask()).status];
}

describe('limitRates', () => {
  it.each([
    ['get', `${place}/metrics?range=1h`],
    ['get', '/v1/tenants?cursor=next'],
    ['get', '/v1/tenants/acme-01/timeline'],
    ['post', `${place}/sync`],
    ['post', `${place}/refresh`],
    ['post', `${place}/rollback`],
    ['post', `${place}/suspend`],
    ['post', `${place}/resume`],
    ['post', '/v1/changes/preview'],
    ['post', '/v1/rollouts'],
    ['post', '/v1/rollouts/plan'],
    ['post', '/v1/rollouts/1/pause'],
    ['post', '/V1/Rollouts/'],
  ] as const)('limits %s %s', async (method, path) => {
    expect(await askTwice(method, path)).toEqual([200, 429]);
  });

  it.each([
    ['get', '/v1/tenants'],
    ['get', '/v1/tenants/acme-01'],
    ['get', place],
    ['get', '/v1/rollouts'],
  ] as const)(
    'lets %s %s pass, which is answered from memory',
    async (method, path) => {
      expect(await askTwice(method, path)).toEqual([200, 200]);
    },
  );
});
