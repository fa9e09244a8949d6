import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JsonRecord } from '../json';

/** Package of the typed models of each API group that is not built into Kubernetes. */
const packages = new Map<string | undefined, string>([
  ['acme.cert-manager.io', '@kubernetes-models/cert-manager'],
  ['argoproj.io', '@kubernetes-models/argo-cd'],
  ['cert-manager.io', '@kubernetes-models/cert-manager'],
  ['external-secrets.io', '@kubernetes-models/external-secrets'],
  ['gateway.networking.k8s.io', '@kubernetes-models/gateway-api'],
  ['generators.external-secrets.io', '@kubernetes-models/external-secrets'],
  ['helm.toolkit.fluxcd.io', '@kubernetes-models/flux-cd'],
  ['image.toolkit.fluxcd.io', '@kubernetes-models/flux-cd'],
  ['kustomize.toolkit.fluxcd.io', '@kubernetes-models/flux-cd'],
  ['kyverno.io', '@kubernetes-models/kyverno'],
  ['monitoring.coreos.com', '@kubernetes-models/prometheus-operator'],
  ['networking.istio.io', '@kubernetes-models/istio'],
  ['notification.toolkit.fluxcd.io', '@kubernetes-models/flux-cd'],
  ['policies.kyverno.io', '@kubernetes-models/kyverno'],
  ['postgresql.cnpg.io', '@kubernetes-models/cloudnative-pg'],
  ['security.istio.io', '@kubernetes-models/istio'],
  ['source.toolkit.fluxcd.io', '@kubernetes-models/flux-cd'],
  ['telemetry.istio.io', '@kubernetes-models/istio'],
]);

const versionPattern = /^v\d+((alpha|beta)\d+)?$/;
const kindPattern = /^[A-Z][A-Za-z0-9]*$/;
const groupPattern = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

// The packages are ES modules whose exports `require` cannot name, but their files it can load.
// Node's own `require` is asked for, because that of a test runner takes no ES modules.
const nodeRequire = process
  .getBuiltinModule('node:module')
  .createRequire(require.resolve('kubernetes-models/package.json'));

/** What a kind of object is called in `apiVersion` and `kind`. */
export interface TypeMeta {
  apiVersion: string;
  kind: string;
}

/** The class that `kubernetes-models` and its sister packages have for a kind. */
export interface KubernetesModel {
  apiVersion: string;
  kind: string;
  prototype: {
    /**
     * Validates the object that it is called on.
     *
     * @throws an error with the list `errors`, as Ajv gives them.
     */
    validate(this: JsonRecord): void;
  };
}

const loaded = new Map<string, KubernetesModel>();

/**
 * Loads the typed model of a kind from its npm package; undefined when there is none. A model is
 * loaded once, and only when an object of its kind comes along.
 */
export function loadModel({
  apiVersion,
  kind,
}: TypeMeta): KubernetesModel | undefined {
  const name = `${apiVersion}/${kind}`;
  const known = loaded.get(name);
  if (known) {
    return known;
  }
  const file = fileOf(apiVersion, kind);
  const model = file && requireOrNothing(file)[kind];
  if (!model || model.apiVersion !== apiVersion || model.kind !== kind) {
    return undefined;
  }
  loaded.set(name, model);
  return model;
}

/** The packages have a file for each kind, in a folder for each group and version. */
function fileOf(apiVersion: string, kind: string): string | undefined {
  const [version, group] = apiVersion.split('/').reverse();
  const isPlain =
    versionPattern.test(version) &&
    kindPattern.test(kind) &&
    (group === undefined || groupPattern.test(group));
  if (!isPlain) {
    return undefined;
  }
  const packageName = packages.get(group) ?? 'kubernetes-models';
  const manifest = require.resolve(`${packageName}/package.json`);
  return join(dirname(manifest), group ?? '', version, `${kind}.js`);
}

function requireOrNothing(
  file: string,
): Record<string, KubernetesModel | undefined> {
  return existsSync(file) ? nodeRequire(file) : {};
}
