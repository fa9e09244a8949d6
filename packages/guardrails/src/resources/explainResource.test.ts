import { parse } from 'yaml';
import { explainResource } from './explainResource';

const explain = (yaml: string) => explainResource(parse(yaml));

describe('explainResource', () => {
  it.each([
    [
      'a built-in kind',
      `
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web, labels: { any: thing } }
      spec:
        replicas: 1
        selector: { matchLabels: { app: web } }
        template:
          metadata: { labels: { app: web } }
          spec:
            containers:
              - name: web
                image: web:1
                ports: [{ name: http, containerPort: 80 }]
                resources: { limits: { memory: 1Gi, cpu: 1 } }
            volumes: [{ name: tmp, emptyDir: {} }]`,
    ],
    [
      'a kind of Istio',
      `
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: { name: web }
      spec:
        hosts: [web.example.com]
        http: [{ route: [{ destination: { host: web, port: { number: 80 } } }] }]`,
    ],
    [
      'a field that is called description',
      `
      apiVersion: argoproj.io/v1alpha1
      kind: AppProject
      metadata: { name: acme-01 }
      spec: { description: All of Acme, sourceRepos: [] }`,
    ],
    [
      'free-form values',
      `
      apiVersion: helm.toolkit.fluxcd.io/v2
      kind: HelmRelease
      metadata: { name: web }
      spec:
        interval: 5m
        chartRef: { kind: OCIRepository, name: web }
        values: { any: { thing: [1, { more: true }] } }`,
    ],
    [
      'a kind of which we have the schema',
      `
      apiVersion: k8s.keycloak.org/v2alpha1
      kind: KeycloakRealmImport
      metadata: { name: acme-01 }
      spec: { keycloakCRName: keycloak, realm: { realm: acme-01, any: 1 } }`,
    ],
  ])('accepts %s', (_, yaml) => {
    expect(explain(yaml)).toEqual([]);
  });

  it.each([
    [
      'a misspelt field',
      'apps/v1',
      'Deployment',
      'spec: { selector: {}, template: {}, replica: 1 }',
      ['/spec/replica is no field of this kind.'],
    ],
    [
      'a misspelt field at the top',
      'v1',
      'Namespace',
      'spek: {}',
      ['/spek is no field of this kind.'],
    ],
    [
      'a misspelt field in a list',
      'networking.istio.io/v1',
      'VirtualService',
      'spec: { hosts: [a], http: [{ routes: [] }] }',
      ['/spec/http/0/routes is no field of this kind.'],
    ],
    [
      'a misspelt field of a custom resource',
      'postgresql.cnpg.io/v1',
      'Cluster',
      'spec: { instances: 1, storage: { sise: 1Gi } }',
      ['/spec/storage/sise is no field of this kind.'],
    ],
    [
      'a value of a wrong type',
      'apps/v1',
      'Deployment',
      'spec: { selector: {}, template: {}, replicas: "2" }',
      ['/spec/replicas must be integer; it is "2".'],
    ],
    [
      'a quantity that is none',
      'v1',
      'ResourceQuota',
      'spec: { hard: { pods: many } }',
      [
        '/spec/hard/pods must be number, must match format "quantity"; it is "many".',
      ],
    ],
    [
      'a value that is none of the accepted',
      'security.istio.io/v1',
      'AuthorizationPolicy',
      'spec: { action: PERMIT }',
      [
        '/spec/action must be one of ALLOW, DENY, AUDIT, CUSTOM; it is "PERMIT".',
      ],
    ],
    [
      'everything at once',
      'cert-manager.io/v1',
      'Certificate',
      'spec: { dnsNames: a, dnsName: a }',
      [
        '/spec/dnsName is no field of this kind.',
        '/spec must have required property issuerRef, must have required property secretName.',
        '/spec/dnsNames must be array; it is "a".',
      ],
    ],
    [
      'an unknown field by a schema of ours',
      'k8s.keycloak.org/v2alpha1',
      'KeycloakRealmImport',
      'spec: { keycloakCRName: keycloak, realm: { realm: a }, relm: {} }',
      ['/spec/relm is no field of this kind.'],
    ],
  ])('explains %s', (_, apiVersion, kind, rest, messages) => {
    const yaml = `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: a }, ${rest} }`;
    const problems = explain(yaml);
    expect(problems?.map(({ message }) => message)).toEqual(messages);
  });

  it('never shows a value of a Secret', () => {
    const problems = explain(
      'apiVersion: v1\nkind: Secret\nstringData: { password: 12345 }',
    );
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain('12345');
  });

  it.each([
    ['a kind that nobody knows', 'example.com/v1', 'Widget'],
    ['a kind in no such version', 'apps/v9', 'Deployment'],
    ['a part of a kind', 'v1', 'Container'],
    ['a kind with a strange name', 'v1', '../../Pod'],
    ['a group with a strange name', '../v1/v1', 'Pod'],
  ])('says nothing about %s', (_, apiVersion, kind) => {
    expect(explainResource({ apiVersion, kind })).toBeUndefined();
  });

  it.each([undefined, null, [], 'text', {}, { apiVersion: 'v1', kind: 1 }])(
    'refuses %j, which is no object of Kubernetes',
    object => {
      expect(explainResource(object)).toHaveLength(1);
    },
  );
});
