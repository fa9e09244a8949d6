import { mockServices } from '@backstage/backend-test-utils';
import { builtInMetrics } from '../__testUtils__/metrics';
import { readPrometheusConfig } from './readPrometheusConfig';

const read = (prometheus?: object) =>
  readPrometheusConfig(
    mockServices.rootConfig({ data: { tenants: { prometheus } } }),
  );
const url = 'http://localhost:7102';

describe('readPrometheusConfig', () => {
  it('has a default for everything but the address', () => {
    const config = read({ url: `${url}/` })!;
    const server = { url, headers: {} };
    expect(config).toEqual({
      servers: [
        {
          name: 'prometheus',
          ...server,
          alerts: { api: 'prometheus', ...server },
        },
      ],
      metrics: builtInMetrics,
      timeoutMs: 10_000,
      intervalMs: 30_000,
      maximumAgeSeconds: 180,
      severities: expect.any(Map),
    });
    expect(config.severities.get('critical')).toBe('Degraded');
    expect(config.severities.get('info')).toBe('Healthy');
  });

  it('reads times and severities', () => {
    const config = read({
      url,
      timeout: { seconds: 3 },
      interval: '1m',
      maximumAge: { minutes: 5 },
      alerts: { severities: { p1: 'Degraded', warning: 'Degraded' } },
    })!;
    expect(config).toMatchObject({
      timeoutMs: 3_000,
      intervalMs: 60_000,
      maximumAgeSeconds: 300,
    });
    expect(config.severities.get('p1')).toBe('Degraded');
    expect(config.severities.get('warning')).toBe('Degraded');
  });

  it('reads several servers, each with credentials of its own', () => {
    const { servers } = read({
      servers: [
        {
          name: 'europe',
          url: 'https://mimir.example.com/prometheus',
          tenantId: 'naas',
          basicAuth: { username: 'me', password: 'pass' },
          clusters: ['devnet'],
          alerts: {
            api: 'alertmanager',
            url: 'https://alerts.example.com',
            bearerToken: 'token',
          },
        },
        { name: 'rest', url, headers: { A: 'b' }, alerts: { api: 'none' } },
      ],
    })!;
    expect(servers).toEqual([
      {
        name: 'europe',
        url: 'https://mimir.example.com/prometheus',
        headers: {
          'X-Scope-OrgID': 'naas',
          Authorization: 'Basic bWU6cGFzcw==',
        },
        clusters: ['devnet'],
        alerts: {
          api: 'alertmanager',
          url: 'https://alerts.example.com',
          headers: { Authorization: 'Bearer token' },
        },
      },
      { name: 'rest', url, headers: { A: 'b' } },
    ]);
  });

  it('is nothing without the section', () => {
    expect(read()).toBeUndefined();
  });

  const server = { name: 'a', url };

  it.each([
    [{ url: 'prometheus:9090' }, 'url must be an http or https address'],
    [{ url: 'http://me:secret@host' }, 'url must not hold credentials'],
    [{ url, interval: { milliseconds: 5 } }, 'interval must be at least'],
    [{ url, servers: [server] }, 'url must not stand beside "servers"'],
    [{ bearerToken: 'secret', servers: [server] }, 'bearerToken must not'],
    [{ servers: [] }, 'servers must name 1 to 50 servers'],
    [{ servers: [{ ...server, name: 'A B' }] }, 'servers[0].name must be'],
    [{ servers: [server, server] }, 'servers names "a" twice'],
    [
      { servers: [server, { ...server, name: 'b' }] },
      'must say with "clusters" which server has which',
    ],
    [
      {
        servers: [
          { ...server, clusters: ['x'] },
          { ...server, name: 'b', clusters: ['x'] },
        ],
      },
      'has two servers for the cluster "x"',
    ],
    [{ url, alerts: { api: 'pager' } }, 'alerts.api must be one of'],
    [{ url, alerts: { api: 'alertmanager' } }, 'alerts.url must say where'],
    [
      { url, alerts: { severities: { p1: 'Bad' } } },
      'severities.p1 must be one of Healthy, Progressing, Degraded',
    ],
    [
      {
        url,
        bearerToken: 'secret',
        basicAuth: { username: 'me', password: 'secret' },
      },
      'bearerToken must not stand beside "basicAuth"',
    ],
    [{ url, tenantId: 'secret\nx' }, 'makes "X-Scope-OrgID" a header'],
    [{ url, headers: { 'a b': 'secret' } }, 'makes "a b" a header'],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(message);
    expect(() => read(section)).not.toThrow('secret');
  });
});
