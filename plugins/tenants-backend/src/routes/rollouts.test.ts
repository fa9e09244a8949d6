import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { RolloutRequest } from '@tenantry/plugin-tenants-common';
import express, { json } from 'express';
import request from 'supertest';
import {
  engineer,
  operator,
  tenantRules,
  testPermissions,
} from '../__testUtils__';
import { AuthorizedChanges } from '../permissions';
import { Rollouts } from '../rollouts';
import { DatabaseRolloutStore } from '../rollouts/DatabaseRolloutStore';
import { createOpenApiRouter } from '../schema/openapi';
import { migrateDatabase } from '../store';
import { addRolloutRoutes } from './rollouts';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const asOperator = mockCredentials.user.header(operator);
const anyId = '4f5c3c8e-3c5a-4c0a-9b4e-1f0a8d6f2b10';

const body: RolloutRequest = {
  templateRef: 'template:default/upgrade-splice',
  environment: 'devnet',
  values: { version: '0.7.5' },
  firstWave: ['acme-01'],
  waveSize: 5,
  exclude: [],
  soakMinutes: 10,
};

describe('the routes of rollouts', () => {
  const plan = jest.fn();
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock();
  let app: express.Express;

  beforeEach(async () => {
    jest.clearAllMocks();
    auditor.createEvent.mockResolvedValue(event);
    plan.mockReset().mockResolvedValue({
      title: 'Upgrade Splice',
      waves: [['acme-01'], ['beta-02']],
      skipped: [],
    });
    const knex = await databases.init('SQLITE_3');
    await migrateDatabase(mockServices.database({ knex }));
    const router = await createOpenApiRouter();
    addRolloutRoutes(router, {
      auditor,
      httpAuth: mockServices.httpAuth(),
      permissions: testPermissions,
      authorizedChanges: new AuthorizedChanges({
        tenants: { names: () => [], ownerOf: () => undefined },
        permissions: testPermissions,
        permissionsRegistry: tenantRules,
      }),
      rollouts: new Rollouts({ store: new DatabaseRolloutStore(knex), plan }),
      starterOf: async () => ({
        ref: operator,
        author: { name: 'Operator', email: 'operator@example.com' },
      }),
    });
    app = express().use(json(), router, mockErrorHandler());
  });

  const post = (path: string, content: object = {}) =>
    request(app).post(path).set('Authorization', asOperator).send(content);
  const get = (path: string) =>
    request(app).get(path).set('Authorization', asOperator);

  it('plans, starts, shows and steers a rollout', async () => {
    const planned = await post('/v1/rollouts/plan', body);
    expect(planned.body.waves).toEqual([['acme-01'], ['beta-02']]);
    const started = await post('/v1/rollouts', body);
    expect(started.status).toBe(201);
    expect(started.body).toMatchObject({
      state: 'Running',
      createdBy: operator,
    });
    expect(started.text).not.toContain('operator@example.com');
    const { id } = started.body;
    expect((await get(`/v1/rollouts/${id}`)).body).toEqual(started.body);
    expect((await get('/v1/rollouts')).body.items).toEqual([started.body]);
    const paused = await post(`/v1/rollouts/${id}/pause`);
    expect(paused.body.state).toBe('Paused');
    expect((await post(`/v1/rollouts/${id}/pause`)).status).toBe(409);
  });

  it.each<[string, Partial<Record<keyof RolloutRequest, unknown>>]>([
    ['no environment', { environment: undefined }],
    ['an empty wave', { waveSize: 0 }],
    ['too large a wave', { waveSize: 51 }],
    ['a soak of a week', { soakMinutes: 10_080 }],
    ['a first wave that is no list', { firstWave: 'acme-01' }],
  ])('refuses %s before it is planned', async (_, change) => {
    const { status } = await post('/v1/rollouts', { ...body, ...change });
    expect(status).toBe(400);
    expect(plan).not.toHaveBeenCalled();
  });

  it('starts nothing that cannot be planned', async () => {
    plan.mockRejectedValue(new InputError('No tenant is left.'));
    const { status, text } = await post('/v1/rollouts', body);
    expect(status).toBe(400);
    expect(text).toContain('No tenant is left.');
    expect((await get('/v1/rollouts')).body.items).toEqual([]);
  });

  it.each([
    ['start', 'high'],
    ['pause', 'medium'],
    ['resume', 'high'],
    ['stop', 'medium'],
  ])('notes in the audit log who wants to %s one', async (action, severity) => {
    const { id } = (await post('/v1/rollouts', body)).body;
    if (action === 'resume') {
      await post(`/v1/rollouts/${id}/pause`);
    }
    if (action !== 'start') {
      jest.clearAllMocks();
      await post(`/v1/rollouts/${id}/${action}`);
    }
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'rollout-request',
      severityLevel: severity,
      request: expect.objectContaining({ method: 'POST' }),
      meta: {
        queryType: action,
        ...(action === 'start'
          ? { templateRef: body.templateRef, environment: 'devnet' }
          : { rollout: id }),
      },
    });
    expect(event.success).toHaveBeenCalledTimes(1);
  });

  it('notes in the audit log what was refused', async () => {
    plan.mockRejectedValue(new InputError('No tenant is left.'));
    await post('/v1/rollouts', body);
    expect(event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'InputError' }),
      meta: { outcome: 'refused' },
    });
  });

  it('starts nothing that cannot be audited', async () => {
    auditor.createEvent.mockRejectedValueOnce(new Error('The disk is full.'));
    expect((await post('/v1/rollouts', body)).status).toBe(500);
    expect((await get('/v1/rollouts')).body.items).toEqual([]);
  });

  it('says when there is none', async () => {
    expect((await get(`/v1/rollouts/${anyId}`)).status).toBe(404);
    expect((await post(`/v1/rollouts/${anyId}/stop`)).status).toBe(404);
  });

  it.each([
    ['get', '/v1/rollouts'],
    ['post', '/v1/rollouts'],
    ['post', '/v1/rollouts/plan'],
    ['get', `/v1/rollouts/${anyId}`],
    ['post', `/v1/rollouts/${anyId}/stop`],
  ] as const)('is for operators alone: %s %s', async (method, path) => {
    const asEngineer = await request(app)
      [method](path)
      .set('Authorization', mockCredentials.user.header(engineer))
      .send(method === 'post' ? body : undefined);
    expect(asEngineer.status).toBe(403);
    const asNobody = await request(app)
      [method](path)
      .set('Authorization', mockCredentials.none.header())
      .send(method === 'post' ? body : undefined);
    expect(asNobody.status).toBe(401);
  });
});
