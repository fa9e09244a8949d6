import { Router } from 'express';
import { checks } from './__testUtils__/embedded/checks';
import {
  mountedRoutes,
  RouterStack,
} from './__testUtils__/embedded/mountedRoutes';
import { makeRemovable } from './__testUtils__/embedded/removableChecks';
import { ClientNames } from './__testUtils__/walk/Client';
import { fillRoute } from './__testUtils__/walk/fillRoute';
import { isReading } from './__testUtils__/walk/Probe';

const names: ClientNames = {
  tenant: 'acme-1',
  environment: 'devnet',
  cluster: 'spoke',
  namespace: 'acme-1-devnet',
  group: 'acme',
  user: 'jane',
  entityUid: 'uid-1',
  taskId: 'task-1',
  notificationId: 'notification-1',
};

const pathsOf = (path: string, query?: string[]) =>
  fillRoute({ method: 'GET', path, query }, names).map(probe => probe.path);

describe('mountedRoutes', () => {
  it('finds routes of mounted routers, and handlers of all below a path', () => {
    const inner = Router()
      .get(['/a/:id', '/b'], jest.fn())
      .all('/c', jest.fn());
    const outer = Router()
      .use('/:place/inner', Router().use(inner))
      .use('/proxy', (_request, _response, next) => next())
      .use((_request, _response, next) => next())
      .post('/d', jest.fn());
    const found = mountedRoutes(outer as unknown as RouterStack);
    expect(found.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /:place/inner/a/:id',
      'GET /:place/inner/b',
      'GET /:place/inner/c',
      'GET /proxy/*',
      'POST /d',
    ]);
  });
});

describe('fillRoute', () => {
  it('fills in what a known parameter stands for', () => {
    expect(pathsOf('/v1/tenants/:tenant/environments/:environment')).toEqual([
      '/v1/tenants/acme-1/environments/devnet',
    ]);
  });

  it('fills in every name where it is unknown what stands for it', () => {
    expect(pathsOf('/v1/reports/:report')).toEqual(
      Object.values(names).map(name => `/v1/reports/${name}`),
    );
    expect(pathsOf('/:a/:b/:c')).toHaveLength(40);
  });

  it('asks by each parameter of the query', () => {
    expect(pathsOf('/v1/reports', ['q', 'owner'])).toEqual([
      '/v1/reports',
      '/v1/reports?q=acme-1',
      '/v1/reports?owner=acme-1',
    ]);
  });
});

describe('isReading', () => {
  it.each([
    ['GET', '/api/tenants/v1/tenants', true],
    ['POST', '/api/catalog/entities/by-refs', true],
    ['POST', '/api/tenants/v1/changes/preview', true],
    ['POST', '/api/scaffolder/v2/tasks', false],
    ['POST', '/api/tenants/v1/tenants/a/environments/b/sync', false],
    ['PUT', '/api/user-settings/buckets/a/keys/b', false],
    ['DELETE', '/api/catalog/entities/by-uid/a', false],
  ])('knows of %s %s', (method, path, expected) => {
    expect(isReading({ route: '', method, path })).toBe(expected);
  });
});

describe('makeRemovable', () => {
  const [check] = checks;

  it('keeps the check until it is removed', () => {
    const source = makeRemovable(`return ${check.expression};`, check);
    expect(source).toContain(check.expression);
    expect(source).toContain(check.without);
  });

  it.each(['nothing', `${check.expression} ${check.expression}`])(
    'refuses a file in which the check is not there once',
    source => {
      expect(() => makeRemovable(source, check)).toThrow(/checks\.ts/);
    },
  );
});
