import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  PermissionsService,
  resolveSafeChildPath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { FileChange, Finding } from '@tenantry/plugin-tenants-common';
import { RegistryReader } from '@tenantry/plugin-tenants-node';
import {
  describeFiles,
  loadTemplate,
  renderChange,
  RenderedChange,
} from '@tenantry/rendering';
import { assertMayChange } from './assertMayChange';
import { readTemplateFiles } from './readTemplateFiles';
import { renderExamples } from './render.examples';

/** What `tenants:render` works with. */
export interface RenderActionOptions {
  registryReader: RegistryReader;
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  permissions: PermissionsService;
}

/**
 * Creates the action `tenants:render`, which checks the values of a form against the registry and
 * writes the files of the change into the task's workspace.
 */
export function createRenderAction(options: RenderActionOptions) {
  return createTemplateAction({
    id: 'tenants:render',
    description:
      "Checks the values of a tenant template against the registry, and renders the template's skeleton into the workspace.",
    examples: renderExamples,
    supportsDryRun: true,
    schema: {
      input: {
        values: z =>
          z
            .record(z.unknown())
            .describe('Values of the form, usually ${{ parameters }}'),
      },
      output: {
        title: z => z.string().describe('Title of the pull request'),
        description: z =>
          z.string().describe('Description of the pull request, in Markdown'),
        branch: z => z.string().describe('Branch of the pull request'),
        files: z =>
          z
            .array(z.object({ path: z.string(), operation: z.string() }))
            .describe('What the change does to which file'),
        fileTable: z => z.string().describe('The same as a Markdown table'),
      },
    },
    async handler(ctx) {
      await assertMayChange(
        options.permissions,
        await ctx.getInitiatorCredentials(),
      );
      const change = await renderForTask(ctx, options);
      assertNoFindings(change.findings);
      await writeFiles(ctx.workspacePath, change.files);
      ctx.logger.info(`Rendered ${change.files.length} files.`);
      ctx.output('title', change.title);
      ctx.output('description', change.description);
      ctx.output('branch', change.branch);
      ctx.output(
        'files',
        change.files.map(({ path, operation }) => ({ path, operation })),
      );
      ctx.output('fileTable', describeFiles(change.files));
    },
  });
}

async function renderForTask(
  task: {
    input: { values: Record<string, unknown> };
    templateInfo?: { baseUrl?: string };
    signal?: AbortSignal;
  },
  options: RenderActionOptions,
): Promise<RenderedChange> {
  const baseUrl = task.templateInfo?.baseUrl;
  if (!baseUrl) {
    throw new InputError('The action tenants:render needs a template.');
  }
  const [files, { registry }] = await Promise.all([
    readTemplateFiles(baseUrl, options),
    options.registryReader.read({ signal: task.signal }),
  ]);
  return renderChange({
    template: loadTemplate(files),
    values: task.input.values,
    registry,
  });
}

function assertNoFindings(findings: readonly Finding[]): void {
  if (findings.length > 0) {
    const list = findings.map(
      ({ field, rule, message }) => `- ${field} (${rule}): ${message}`,
    );
    throw new InputError(
      ['The change breaks these rules:', ...list].join('\n'),
    );
  }
}

async function writeFiles(
  workspacePath: string,
  files: readonly FileChange[],
): Promise<void> {
  for (const { path, content = '' } of files) {
    const target = resolveSafeChildPath(workspacePath, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
