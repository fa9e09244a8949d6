import fc from 'fast-check';

/** A parsed YAML file. */
export interface Content {
  path: string;
  documents: any[];
}

/** One broken rule, and where it has to be found. */
export interface Breach {
  rule: string;
  file: string;
  /** JSON pointer, where the finding has one. */
  path?: string;
}

/** Breaks one rule in the given files, and says which. */
export type Mutation = (files: Content[]) => Breach;

/** The place of an object among the manifests. */
interface Place {
  file: string;
  object: any;
}

const isManifest = ({ path }: Content) =>
  path.includes('/manifests/') && !path.endsWith('/kustomization.yaml');

function objectsOf(files: Content[]): Place[] {
  return files
    .filter(isManifest)
    .flatMap(({ path, documents }) =>
      documents.map(object => ({ file: path, object })),
    );
}

/** A mutation of any object that fits. */
function inObject(
  rule: string,
  edit: fc.Arbitrary<(object: any) => string>,
  fits: (object: any) => boolean = () => true,
): fc.Arbitrary<Mutation> {
  return fc.tuple(fc.nat(), edit).map(([choice, apply]) => files => {
    const candidates = objectsOf(files).filter(({ object }) => fits(object));
    const { file, object } = candidates[choice % candidates.length];
    return { rule, file, path: apply(object) };
  });
}

/** A mutation of the one file whose path ends like this. */
function inFile(
  rule: string,
  ending: string,
  edit: fc.Arbitrary<(document: any) => string>,
): fc.Arbitrary<Mutation> {
  return edit.map(apply => files => {
    const file = files.find(({ path }) => path.endsWith(ending))!;
    return { rule, file: file.path, path: apply(file.documents[0]) };
  });
}

const name = fc.stringMatching(/^[a-z]{3,12}$/);
const unknownName = name.map(text => `${text}Zz`);
const foreignHost = name.map(text => `${text}.example.org`);
const isKind =
  (...kinds: string[]) =>
  ({ kind }: any) =>
    kinds.includes(kind);
const podSpecOf = ({ spec }: any) =>
  (spec.jobTemplate?.spec ?? spec).template.spec;
const podPathOf = ({ spec }: any) =>
  `${spec.jobTemplate ? '/spec/jobTemplate' : ''}/spec/template/spec`;

const podEdits = fc.constantFrom<(object: any) => string>(
  object => {
    podSpecOf(object).hostNetwork = true;
    return `${podPathOf(object)}/hostNetwork`;
  },
  object => {
    podSpecOf(object).volumes = [{ name: 'a', hostPath: { path: '/' } }];
    return `${podPathOf(object)}/volumes/0/hostPath`;
  },
  object => {
    podSpecOf(object).containers[0].securityContext.privileged = true;
    return `${podPathOf(object)}/containers/0/securityContext/privileged`;
  },
  object => {
    delete podSpecOf(object).containers[0].securityContext;
    return `${podPathOf(
      object,
    )}/containers/0/securityContext/allowPrivilegeEscalation`;
  },
);

/** One for each rule that the files of a change alone can break. */
export const mutations: Record<string, fc.Arbitrary<Mutation>> = {
  'a field that nobody knows': inObject(
    'resource-schema/unknown-field',
    unknownName.map(field => object => {
      object.spec[field] = 1;
      return `/spec/${field}`;
    }),
    ({ spec }) => spec !== undefined,
  ),
  'a value of a wrong type': inObject(
    'resource-schema/invalid-value',
    fc.constantFrom<unknown>('text', 1, ['list'], true).map(value => object => {
      object.spec = value;
      return '/spec';
    }),
    ({ spec, kind }) =>
      // Without its specification, nothing else would be known of these.
      spec !== undefined && !isKind('Deployment', 'CronJob', 'Job')({ kind }),
  ),
  'another namespace': inObject(
    'resource-namespace',
    name.map(namespace => object => {
      object.metadata.namespace = namespace;
      return '/metadata/namespace';
    }),
  ),
  'a kind that tenants may not have': inObject(
    'resource-kind',
    fc
      .constantFrom(
        ['v1', 'Secret'],
        ['rbac.authorization.k8s.io/v1', 'RoleBinding'],
        ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
        ['apps/v1', 'DaemonSet'],
      )
      .map(([apiVersion, kind]) => object => {
        Object.assign(object, { apiVersion, kind });
        return '/kind';
      }),
  ),
  'an unsafe pod': inObject(
    'pod-security',
    podEdits,
    isKind('Deployment', 'CronJob', 'Job'),
  ),
  'no resources': inObject(
    'container-resources',
    fc.constantFrom('requests', 'limits').map(list => object => {
      delete podSpecOf(object).containers[0].resources[list];
      return `${podPathOf(object)}/containers/0/resources/${list}/memory`;
    }),
    isKind('Deployment', 'CronJob', 'Job'),
  ),
  'a host of others': inObject(
    'hostname',
    foreignHost.map(host => object => {
      if (object.kind === 'Certificate') {
        object.spec.dnsNames.push(host);
        return `/spec/dnsNames/${object.spec.dnsNames.length - 1}`;
      }
      object.spec.hosts = [host];
      return '/spec/hosts/0';
    }),
    isKind('Certificate', 'VirtualService'),
  ),
  'a closed port': inObject(
    'closed-port',
    fc.constant(object => {
      object.spec.http[0].route[0].destination.port = { number: 5002 };
      return '/spec/http/0/route/0/destination/port/number';
    }),
    isKind('VirtualService'),
  ),
  'a port of every node': inObject(
    'service',
    fc.constant(object => {
      object.spec.type = 'NodePort';
      return '/spec/type';
    }),
    isKind('Service'),
  ),
  'an address that is not on the allow-list': inObject(
    'allow-list-manifests',
    fc.nat(255).map(part => object => {
      object.spec = {
        action: 'ALLOW',
        rules: [
          { from: [{ source: { remoteIpBlocks: [`10.${part}.0.0/16`] } }] },
        ],
      };
      return '/spec/rules/0/from/0/source/remoteIpBlocks/0';
    }),
    ({ kind, metadata }) =>
      kind === 'AuthorizationPolicy' && !metadata.name.startsWith('allow-list'),
  ),
  'a kustomization that does more': inFile(
    'kustomization',
    '/kustomization.yaml',
    fc
      .constantFrom('patches', 'components', 'secretGenerator', 'namePrefix')
      .map(field => document => {
        document[field] = [];
        return `/${field}`;
      }),
  ),
  'a kustomization of remote files': inFile(
    'kustomization',
    '/kustomization.yaml',
    foreignHost.map(host => document => {
      document.resources.push(`https://${host}/all.yaml`);
      return `/resources/${document.resources.length - 1}`;
    }),
  ),
  'a descriptor without a field': inFile(
    'schema/required',
    '/tenant.yaml',
    fc
      .constantFrom('hostnames', 'allowList', 'components', 'immutable')
      .map(field => ({ spec }) => {
        delete spec[field];
        return '/spec';
      }),
  ),
  'the metrics of others': inFile(
    'metric-matchers',
    '/tenant.yaml',
    name.map(namespace => ({ spec }) => {
      spec.metricMatchers = { namespace, cluster: spec.cluster };
      return '/spec/metricMatchers';
    }),
  ),
  'a network that is too wide': inFile(
    'allow-list',
    '/tenant.yaml',
    fc.nat(8).map(length => ({ spec }) => {
      spec.allowList.push(`0.0.0.0/${length}`);
      return `/spec/allowList/${spec.allowList.length - 1}`;
    }),
  ),
  'a hostname that is taken': inFile(
    'unique-hostname',
    '/tenant.yaml',
    fc.constantFrom('globex-02', 'harbor-05').map(other => ({ spec }) => {
      spec.hostnames[0].host = spec.hostnames[0].host.replace(
        spec.tenant,
        other,
      );
      return '/spec/hostnames/0/host';
    }),
  ),
  'an immutable value that is changed': inFile(
    'immutable',
    '/tenant.yaml',
    fc.tuple(fc.nat(), name).map(([choice, value]) => ({ spec }) => {
      const keys = Object.keys(spec.immutable);
      const key = keys[choice % keys.length];
      spec.immutable[key] += value;
      return `/spec/immutable/${key}`;
    }),
  ),
  'a project for the namespaces of others': fc
    .constantFrom('*', 'kube-system', 'globex-02-devnet')
    .map(namespace => files => {
      const isProject = ({ kind }: any) => kind === 'AppProject';
      const file = files.find(({ documents }) => documents.some(isProject))!;
      const { spec } = file.documents.find(isProject);
      spec.destinations[0].namespace = namespace;
      return {
        rule: 'project-confinement',
        file: file.path,
        path: '/spec/destinations/0',
      };
    }),
  'a credential': fc.nat().map(choice => files => {
    const file = files[choice % files.length];
    file.documents.push({ note: ['AKIA', 'ABCDEFGHIJKLMNOP'].join('') });
    return { rule: 'credential', file: file.path };
  }),
};
