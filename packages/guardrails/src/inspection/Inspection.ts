import {
  EnvironmentDescriptor,
  FileChange,
  Finding,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { Registry, RepositoryFile } from '@tenantry/plugin-tenants-node';
import { JsonRecord } from '../json';

/**
 * A file of the GitOps repository as Git has it.
 *
 * @public
 */
export interface GitFile extends RepositoryFile {
  /** Git's mode, such as `100644`, or `120000` for a symbolic link; `100644` where it is absent. */
  mode?: string;
}

/** One object in a YAML file of the repository. */
export interface Manifest {
  file: string;
  object: JsonRecord;
  apiVersion: string;
  /** Empty for the core group. */
  group: string;
  kind: string;
  /** Empty where the object has none. */
  name: string;
}

/** A file with what its YAML says. */
export interface ParsedFile extends RepositoryFile {
  /** One for each document; a document without content is left out. */
  documents: unknown[];
}

/** The folder of one tenant environment, with the descriptors that it is judged by. */
export interface EnvironmentFolder {
  /** For example `clients/acme-01/devnet`. */
  path: string;
  binding: TenantEnvironmentDescriptor['spec'];
  environment: EnvironmentDescriptor['spec'];
  /** What the GitOps engine applies, but for the kustomization itself. */
  manifests: Manifest[];
  kustomization?: ParsedFile;
}

/** The objects that the hub has for one tenant. */
export interface HubFolder {
  tenant: string;
  manifests: Manifest[];
}

/** What the rules look at: the repository as it is after the change. */
export interface Inspection {
  /** The registry before the change; absent when only a state is judged. */
  before?: Registry;
  after: Registry;
  /** The tenants whose files are judged. */
  tenants: ReadonlySet<string>;
  /** What the change does; empty when only a state is judged. */
  changes: readonly FileChange[];
  /** The files of these tenants, sorted by path. */
  files: readonly GitFile[];
  parsedFiles: readonly ParsedFile[];
  environments: readonly EnvironmentFolder[];
  hub: readonly HubFolder[];
  /** Found while all this was read. */
  findings: readonly Finding[];
}

/** Judges one thing; pure, and finished with every finding at once. */
export type Rule = (inspection: Inspection) => Finding[];
