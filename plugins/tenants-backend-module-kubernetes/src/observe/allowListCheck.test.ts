import { KubernetesObject } from '@tenantry/plugin-tenants-node';
import { allowListChecks, allowListInForce } from './allowListCheck';
import { contextOf } from './__testUtils__';

function policy(name: string, spec: object): KubernetesObject {
  return {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: { name },
    spec,
  };
}

const letIn = (name: string, source: object) =>
  policy(name, { action: 'ALLOW', rules: [{ from: [{ source }] }] });

const first = letIn('allow-list-1', { remoteIpBlocks: ['203.0.113.0/24'] });
const second = letIn('allow-list-2', { ipBlocks: ['198.51.100.7'] });
const others = [
  policy('deny-by-default', {}),
  letIn('same-namespace', { namespaces: ['acme-01-devnet'] }),
  policy('platform-ports', {
    rules: [{ to: [{ operation: { ports: ['10013'] } }] }],
  }),
  policy('deny', {
    action: 'DENY',
    rules: [{ from: [{ source: { ipBlocks: ['192.0.2.0/24'] } }] }],
  }),
];

function check(objects: KubernetesObject[], allowList: string[]) {
  return allowListChecks(contextOf(objects, { allowList }));
}

describe('the allow-list in force', () => {
  it('is all that any policy lets in by address', () => {
    expect(allowListInForce(contextOf([first, second, ...others]))).toEqual([
      '198.51.100.7/32',
      '203.0.113.0/24',
    ]);
  });

  it('is everybody where a rule asks for nothing', () => {
    const open = policy('open', { rules: [{}] });
    expect(allowListInForce(contextOf([open]))).toEqual(['0.0.0.0/0', '::/0']);
  });

  it('is not known where nothing decides, or the policies cannot be seen', () => {
    expect(allowListInForce(contextOf([]))).toBeUndefined();
    const unavailable = { AuthorizationPolicy: { phase: 'Pending' as const } };
    expect(
      allowListInForce(contextOf([first], { unavailable })),
    ).toBeUndefined();
  });
});

describe('the check of the allow-list', () => {
  it('is Healthy when the cluster lets in whom Git says, however it is written', () => {
    expect(
      check([first, second], ['198.51.100.7/32', '203.0.113.0/24']),
    ).toEqual([
      {
        id: 'access/allow-list',
        object: 'AuthorizationPolicy/*',
        health: 'Healthy',
      },
    ]);
  });

  it('says who is let in and who is kept out', () => {
    expect(check([first, second], ['203.0.113.0/24', '192.0.2.1/32'])).toEqual([
      expect.objectContaining({
        health: 'Degraded',
        reason: 'AllowListDiffers',
        runbook: 'allow-list-differs',
        message: expect.stringMatching(
          /lets in 198\.51\.100\.7\/32, which Git does not list, and keeps out 192\.0\.2\.1\/32, which Git lists/,
        ),
      }),
    ]);
  });

  it('does not list hundreds of networks', () => {
    const networks = Array.from({ length: 200 }, (_, i) => `203.0.113.${i}/32`);
    const [{ message }] = check([first], networks);
    expect(message).toContain('and 197 more');
    expect(message!.length).toBeLessThan(400);
  });

  it('is Missing where policies are expected and not there', () => {
    const named = ['AuthorizationPolicy/*'];
    expect(allowListChecks(contextOf([], { named }))).toMatchObject([
      { id: 'access/allow-list', health: 'Missing' },
    ]);
  });

  it('is absent where nothing decides, or the registry says nothing', () => {
    expect(check([], ['203.0.113.0/24'])).toEqual([]);
    const unavailable = { AuthorizationPolicy: { phase: 'Absent' as const } };
    expect(allowListChecks(contextOf([], { unavailable }))).toEqual([]);
    const context = contextOf([first]);
    const binding = { ...context.binding, allowList: undefined };
    expect(allowListChecks({ ...context, binding })).toEqual([]);
  });
});
