import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { renderPath, renderYamlFile } from '../output';
import { SkeletonFile } from '../template';
import { RenderContext } from './context';
import { isTenantFile } from './isTenantFile';

/** What the files of a skeleton are rendered with. */
export interface FileRendering {
  /** For files of the tenant as a whole. */
  tenant: RenderContext;
  /** For files that each environment has. */
  environments: readonly RenderContext[];
  /** What was written so far, see {@link renderYamlFile}. */
  written: Map<string, string>;
}

/**
 * Renders the skeleton, in the order of the paths.
 *
 * @throws Error when the template writes what it may not, or no valid YAML; the message names the
 *   file of the skeleton.
 */
export function renderFiles(
  skeleton: readonly SkeletonFile[],
  { tenant, environments, written }: FileRendering,
): RepositoryFile[] {
  const files = skeleton.flatMap(file =>
    (file.perEnvironment ? environments : [tenant]).flatMap(context =>
      renderFile(file, context, written),
    ),
  );
  files.sort((left, right) => (left.path < right.path ? -1 : 1));
  files.forEach(({ path }, index) => {
    if (path === files[index + 1]?.path) {
      throw new Error(`Two files of the template have the path ${path}.`);
    }
  });
  return files;
}

/** A file that renders to nothing is left out, so that a template can make it conditional. */
function renderFile(
  file: SkeletonFile,
  context: RenderContext,
  written: Map<string, string>,
): RepositoryFile[] {
  try {
    const path = renderPath(file.path, context);
    assertConfined(path, context.values.client);
    const content = /\.ya?ml$/.test(path)
      ? renderYamlFile(file.text, context, written)
      : file.text.render(context, String);
    return content.trim() === '' ? [] : [{ path, content }];
  } catch (error) {
    throw new Error(
      `${file.source} of the template cannot be rendered: ${
        error instanceof Error ? error.message : error
      }`,
      { cause: error },
    );
  }
}

function assertConfined(path: string, client: string): void {
  if (!isTenantFile(path, client)) {
    throw new Error(`${path} does not belong to the client "${client}" alone.`);
  }
}
