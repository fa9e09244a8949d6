import {
  FileChange,
  Finding,
  PrunedObject,
} from '@tenantry/plugin-tenants-common';
import { Registry, RepositoryFile } from '@tenantry/plugin-tenants-node';
import { checkValues } from '../rules/checkValues';
import { TenantTemplate } from '../template';
import { describeChange } from './describeChange';
import { planChange } from './planChange';
import { pullRequestContext } from './pullRequestContext';

/**
 * What to render.
 *
 * @public
 */
export interface RenderChangeRequest {
  template: TenantTemplate;
  /** Values of the form, unchecked. */
  values: Record<string, unknown>;
  /** The platform that the change is for. */
  registry: Registry;
  /**
   * Every file that the repository has of the tenant, see {@link isTenantFile}; others are ignored.
   * A change of an existing tenant cannot do without.
   */
  existingFiles?: readonly RepositoryFile[];
}

/**
 * A change as it would be proposed.
 *
 * @public
 */
export interface RenderedChange {
  /** Title of the pull request. */
  title: string;
  /** Description of the pull request, in Markdown. */
  description: string;
  /** Branch of the pull request; the same for the same template and tenant. */
  branch: string;
  /** Sorted by path; empty when there are findings. */
  files: FileChange[];
  /** Every rule that the change breaks. */
  findings: Finding[];
  /** What a reviewer should know, one sentence each. */
  notes: string[];
  /** What the GitOps engine will delete, in the order of cluster, namespace, kind and name. */
  pruned: PrunedObject[];
}

/**
 * Renders a change of one tenant. The same request gives the same bytes; nothing is read or written.
 *
 * @throws InputError when the request lacks the files of an existing tenant.
 * @throws Error when the template itself is at fault: what it writes is no valid YAML, no valid
 *   descriptor, or not the tenant's own.
 * @public
 */
export function renderChange(request: RenderChangeRequest): RenderedChange {
  const { template, registry, existingFiles } = request;
  const { values, tenant, findings } = checkValues(
    template,
    request.values,
    registry,
  );
  if (!values) {
    return refused(template, findings);
  }
  const change = planChange({
    template,
    values,
    tenant,
    registry,
    existingFiles,
  });
  if (change.findings.length > 0) {
    return refused(template, change.findings);
  }
  const { after, descriptors, files, notes, pruned } = change;
  const context = pullRequestContext({
    template,
    values,
    registry,
    before: tenant,
    after,
    descriptors,
  });
  return {
    ...describeChange(template, context, change),
    branch: `tenantry/${template.name}/${values.client}`,
    files,
    findings: [],
    notes,
    pruned,
  };
}

function refused(
  template: TenantTemplate,
  findings: Finding[],
): RenderedChange {
  return {
    title: template.title,
    description: '',
    branch: '',
    files: [],
    findings,
    notes: [],
    pruned: [],
  };
}
