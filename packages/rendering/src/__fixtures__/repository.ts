import {
  isDescriptorPath,
  parseRegistry,
  Registry,
  RepositoryFile,
} from '@tenantry/plugin-tenants-node';
import { isTenantFile, RenderedChange, renderChange } from '../change';
import { TenantTemplate } from '../template';
import { platformFiles } from './platform';

/** A GitOps repository, as far as a test needs one; every change gives a new one. */
export class TestRepository {
  constructor(readonly files: readonly RepositoryFile[] = platformFiles()) {}

  registry(): Registry {
    return parseRegistry(
      this.files.filter(({ path }) => isDescriptorPath(path)),
    );
  }

  filesOf(client: string): RepositoryFile[] {
    return this.files.filter(({ path }) => isTenantFile(path, client));
  }

  contentOf(path: string): string | undefined {
    return this.files.find(file => file.path === path)?.content;
  }

  render(
    template: TenantTemplate,
    values: Record<string, unknown>,
  ): RenderedChange {
    return renderChange({
      template,
      values,
      registry: this.registry(),
      existingFiles: this.filesOf(String(values.client)),
    });
  }

  /** Renders a change that keeps every rule, and merges it. */
  merge(
    template: TenantTemplate,
    values: Record<string, unknown>,
  ): TestRepository {
    const change = this.render(template, values);
    if (change.findings.length > 0) {
      throw new Error(JSON.stringify(change.findings, undefined, 2));
    }
    return this.with(change.files);
  }

  /** With other contents of files; without those that have none. */
  with(changed: readonly { path: string; content?: string }[]): TestRepository {
    const contents = new Map([
      ...this.files.map(({ path, content }) => [path, content] as const),
      ...changed.map(({ path, content }) => [path, content] as const),
    ]);
    const paths = [...contents.keys()].sort();
    return new TestRepository(
      paths.flatMap(path => {
        const content = contents.get(path);
        return content === undefined ? [] : [{ path, content }];
      }),
    );
  }
}
