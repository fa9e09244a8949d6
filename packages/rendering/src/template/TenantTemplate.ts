import { CompiledText } from '../expressions';

/**
 * What a template does with a tenant: `onboard` makes a new one, `add-environment` takes it to
 * further environments, `change` renders it with other values, `update` renders it anew with the
 * newest template version, `remove` takes it out of environments.
 *
 * @public
 */
export type TenantOperation =
  | 'onboard'
  | 'add-environment'
  | 'change'
  | 'update'
  | 'remove';

/**
 * A Software Template that proposes a change of one tenant.
 *
 * @public
 */
export interface TenantTemplate {
  name: string;
  title: string;
  /** From the annotation `tenantry.dev/operation`; `onboard` where there is none. */
  operation: TenantOperation;
  /** JSON Schema (draft 7) of the values: all steps of the form in one. */
  schema: ParametersSchema;
  /** Where the skeleton comes from: the template itself when it onboards, else the one that did. */
  base: BaseTemplate;
  /** Title (as the first heading) and description of the pull request. */
  pullRequest?: CompiledText;
}

/**
 * A template with a skeleton: the files of one tenant.
 *
 * @public
 */
export interface BaseTemplate {
  name: string;
  /** Semantic version, from the annotation `tenantry.dev/template-version`. */
  version: string;
  /** Schema of the values that the skeleton is rendered with. */
  schema: ParametersSchema;
  /** In the order of their paths. */
  skeleton: readonly SkeletonFile[];
  /** What it says of a new tenant, and of a new environment of one. */
  pullRequest?: CompiledText;
}

/** @public */
export interface ParametersSchema {
  type: 'object';
  additionalProperties: false;
  required: string[];
  properties: Record<string, ParameterSchema>;
}

/**
 * Schema of one value.
 *
 * @public
 */
export interface ParameterSchema {
  title?: string;
  /** Says the rule in words; it is part of the message when the rule is broken. */
  description?: string;
  /**
   * Name of an immutable value of the tenant environment that this value ends up in, and that no
   * other tenant may have.
   */
  'x-tenantry-unique'?: string;
  /**
   * Where the value is recorded, for a later change to know it: `tenant.` or `environment.` and a
   * path in the `spec` of `client.yaml` or `tenant.yaml`, such as `environment.parameters.kms`.
   */
  'x-tenantry-recorded'?: string;
  /** A further environment starts with the value of the one before it. */
  'x-tenantry-promoted'?: boolean;
  [keyword: string]: unknown;
}

/** One file of the skeleton; its path and its text are templates. */
export interface SkeletonFile {
  source: string;
  path: CompiledText;
  text: CompiledText;
  /** Rendered once for each environment, because the path says so. */
  perEnvironment: boolean;
}
