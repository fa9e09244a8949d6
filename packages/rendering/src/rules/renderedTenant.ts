import {
  Finding,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { gte, valid } from 'semver';
import { BaseTemplate } from '../template';
import { parameterRecordedAt } from '../template/recorded';
import { TenantValues } from '../TenantValues';

type Spec = TenantEnvironmentDescriptor['spec'];

/** What the rules for rendered descriptors look at. */
export interface RenderedTenant {
  base: BaseTemplate;
  values: TenantValues;
  registry: Registry;
  /** Of the environments of the change, as they will be. */
  descriptors: readonly TenantEnvironmentDescriptor[];
}

/** A place of a tenant environment cannot be changed without losing what is in it. */
const places = ['cluster', 'namespace', 'application'] as const;

/**
 * Compares the descriptors of a change with those of before it, whatever the values and the
 * template say: nothing immutable differs, and no version falls without a reason.
 */
export function renderedTenantFindings(rendered: RenderedTenant): Finding[] {
  return rendered.descriptors.flatMap(({ metadata, spec }) => {
    const before = rendered.registry.tenantEnvironments.get(metadata.name);
    return before
      ? [
          ...immutableFindings(before.descriptor.spec, spec, before.file),
          ...versionFindings(before.descriptor.spec, spec, rendered),
        ]
      : [];
  });
}

function immutableFindings(before: Spec, after: Spec, file: string): Finding[] {
  const recorded = [
    ...places.map(name => [name, before[name], after[name]]),
    ...Object.entries(before.immutable).map(([name, value]) => [
      `immutable/${name}`,
      value,
      after.immutable[name],
    ]),
  ];
  return recorded
    .filter(([, value, next]) => value !== next)
    .map(([name, value, next]) => ({
      rule: 'immutable',
      file,
      path: `/spec/${name}`,
      message: `/spec/${name} is "${value}" and can never be changed, but the template writes "${
        next ?? 'nothing'
      }".`,
    }));
}

function versionFindings(
  before: Spec,
  after: Spec,
  { base, values }: RenderedTenant,
): Finding[] {
  return Object.entries(after.versions).flatMap(([name, version]) => {
    const current = before.versions[name];
    const problem =
      current === version ? undefined : explainVersion(current, version);
    if (!problem || (valid(version) && values.reason)) {
      return [];
    }
    return [
      {
        rule: 'version',
        field: parameterRecordedAt(base.schema, `environment.versions.${name}`),
        message: `${problem} "${before.tenant}" runs ${
          current ?? 'none'
        } in the environment "${before.environment}".`,
        help: 'Give a version such as 1.2.3, and a reason where it is an earlier one.',
      },
    ];
  });
}

function explainVersion(
  current: string | undefined,
  version: string,
): string | undefined {
  if (!valid(version)) {
    return `"${version}" is no version.`;
  }
  return current === undefined || (valid(current) && gte(version, current))
    ? undefined
    : `${version} is no later version.`;
}
