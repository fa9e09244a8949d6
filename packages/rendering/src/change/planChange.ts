import { InputError } from '@backstage/errors';
import {
  FileChange,
  Finding,
  PrunedObject,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { Registry, RepositoryFile } from '@tenantry/plugin-tenants-node';
import { renderedTenantFindings } from '../rules/renderedTenant';
import { uniqueImmutableFindings } from '../rules/uniqueImmutable';
import { nextState, TenantState } from '../state';
import { TenantTemplate } from '../template';
import { TenantValues } from '../TenantValues';
import { compareFiles } from './compareFiles';
import { readRenderedDescriptors } from './descriptors';
import { isTenantFile } from './isTenantFile';
import { findPruned } from './prunedObjects';
import { renderTenant } from './renderTenant';
import { reviewNotes } from './reviewNotes';
import { Contents, scopeOf } from './scope';

/** What a change is planned from. */
export interface PlanInput {
  template: TenantTemplate;
  /** Checked values of the form. */
  values: TenantValues;
  /** The tenant as it is; absent for a new one. */
  tenant: TenantState | undefined;
  registry: Registry;
  existingFiles: readonly RepositoryFile[] | undefined;
}

/** What a change does, before it is put into words. */
export interface TenantChange {
  /** The tenant after it; absent when nothing is left. */
  after: TenantState | undefined;
  /** Of the environments of the change, as they will be, in promotion order. */
  descriptors: TenantEnvironmentDescriptor[];
  /** In the order of their paths. */
  files: FileChange[];
  findings: Finding[];
  notes: string[];
  pruned: PrunedObject[];
}

/**
 * Renders the tenant as it is and as it will be, and makes a change of the difference.
 *
 * @throws InputError when the files of an existing tenant are not given.
 * @throws Error when the template is at fault.
 */
export function planChange(input: PlanInput): TenantChange {
  const { template, values, registry } = input;
  const repository = repositoryContents(input);
  const after = nextState({ ...input, before: input.tenant });
  const rendering = { template, registry, written: new Map<string, string>() };
  const rendered = renderTenant(rendering, after);
  const descriptors = descriptorsOf(
    values.environments,
    readRenderedDescriptors(rendered, registry),
  );
  const scope = scopeOf({
    ...tenantScope(input),
    before: contents(renderTenant(rendering, input.tenant)),
    after: contents(rendered),
    repository,
  });
  const files = compareFiles(scope, repository);
  const { pruned, notes } = findPruned(files, registry);
  return {
    after,
    descriptors,
    files,
    findings: findingsOf(input, descriptors, files),
    notes: [...reviewNotes(files, scope.expected), ...notes],
    pruned,
  };
}

/** The descriptors of environments, in the order of promotion as these are. */
function descriptorsOf(
  environments: readonly string[],
  descriptors: readonly TenantEnvironmentDescriptor[],
): TenantEnvironmentDescriptor[] {
  return environments.flatMap(name =>
    descriptors.filter(({ spec }) => spec.environment === name),
  );
}

/** @throws InputError when the repository's files of an existing tenant are not given. */
function repositoryContents({
  values: { client },
  tenant,
  existingFiles = [],
}: PlanInput): Contents {
  const repository = contents(
    existingFiles.filter(({ path }) => isTenantFile(path, client)),
  );
  if (tenant && !repository.has(`clients/${client}/client.yaml`)) {
    throw new InputError(
      `A change of "${client}" needs the files that the repository has of it.`,
    );
  }
  return repository;
}

function tenantScope({ template, values, tenant }: PlanInput) {
  const { client, environments } = values;
  const present = tenant?.environments;
  return {
    operation: template.operation,
    client,
    environments,
    others: [...(present?.keys() ?? [])].filter(
      name => !environments.includes(name),
    ),
    isWrittenByTemplate: environments.every(
      name => present?.get(name)?.templateVersion === template.base.version,
    ),
  };
}

function findingsOf(
  { template, values, tenant, registry }: PlanInput,
  descriptors: readonly TenantEnvironmentDescriptor[],
  files: readonly FileChange[],
): Finding[] {
  const isNew = ({ metadata }: TenantEnvironmentDescriptor) =>
    !registry.tenantEnvironments.has(metadata.name);
  const { base } = template;
  const findings = [
    ...uniqueImmutableFindings(template, descriptors.filter(isNew), registry),
    ...renderedTenantFindings({ base, values, registry, descriptors }),
  ];
  return tenant && files.length === 0 && findings.length === 0
    ? [nothingToChange(template, values)]
    : findings;
}

/**
 * The rule of the only finding about a change that would leave a tenant as it is.
 *
 * @public
 */
export const noChangeRule = 'no-change';

function nothingToChange(
  { operation, base }: TenantTemplate,
  { client, environments }: TenantValues,
): Finding {
  const names = environments.join(', ');
  return {
    rule: noChangeRule,
    message:
      operation === 'update'
        ? `"${client}" is up to date with version ${base.version} of the template in ${names}.`
        : `Nothing would change: "${client}" is like this already in ${names}.`,
  };
}

function contents(files: readonly RepositoryFile[]): Contents {
  return new Map(files.map(({ path, content }) => [path, content]));
}
