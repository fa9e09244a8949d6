import { CompiledText } from '../expressions';

/**
 * A Software Template whose skeleton holds the files of one tenant.
 *
 * @public
 */
export interface TenantTemplate {
  name: string;
  /** Semantic version, from the annotation `tenantry.dev/template-version`. */
  version: string;
  title: string;
  /** JSON Schema (draft 7) of the values: all steps of the form in one. */
  schema: ParametersSchema;
  /** In the order of their paths. */
  skeleton: readonly SkeletonFile[];
  /** Title (as the first heading) and description of the pull request. */
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
