import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { prepareChange, readTemplate } from '@tenantry/changes';
import { describeFiles, RenderedChange } from '@tenantry/rendering';
import { Asking, assertMayRender } from './assertMayChange';
import { changeOutput } from './changeOutput';
import { assertNoFindings } from './findings';
import { describeNotes, describePruned } from './markdown';
import { renderExamples } from './render.examples';
import { TenantActionOptions } from './TenantActionOptions';
import { writeWorkspace } from './writeWorkspace';

/**
 * Creates the action `tenants:render`, which checks the values of a form against the repository and
 * writes the files of the change into the task's workspace.
 */
export function createRenderAction(
  options: Pick<
    TenantActionOptions,
    'reader' | 'urlReader' | 'integrations' | 'permissions'
  >,
) {
  return createTemplateAction({
    id: 'tenants:render',
    description:
      'Renders a tenant template with the values of its form, checks the change that this makes in the repository, and writes its files into the workspace.',
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
        ...changeOutput,
        notes: z =>
          z.string().describe('What a reviewer should know, in Markdown'),
        pruned: z =>
          z
            .string()
            .describe('What the GitOps engine will delete, in Markdown'),
      },
    },
    async handler(ctx) {
      const { permissions } = options;
      const credentials = await ctx.getInitiatorCredentials();
      const change = await renderForTask(ctx, {
        ...options,
        asking: { permissions, credentials },
      });
      assertNoFindings(change.findings);
      const deletions = await writeWorkspace(ctx.workspacePath, change.files);
      ctx.logger.info(
        `Rendered ${change.files.length} files, ${deletions.length} of them to be deleted.`,
      );
      ctx.output('title', change.title);
      ctx.output('description', change.description);
      ctx.output('branch', change.branch);
      ctx.output(
        'files',
        change.files.map(({ path, operation }) => ({ path, operation })),
      );
      ctx.output('deletions', deletions);
      ctx.output('fileTable', describeFiles(change.files));
      ctx.output('notes', describeNotes(change.notes));
      ctx.output('pruned', describePruned(change.pruned));
    },
  });
}

async function renderForTask(
  task: {
    input: { values: Record<string, unknown> };
    templateInfo?: { baseUrl?: string };
    signal?: AbortSignal;
  },
  options: Pick<
    TenantActionOptions,
    'reader' | 'urlReader' | 'integrations'
  > & {
    asking: Asking;
  },
): Promise<RenderedChange> {
  const baseUrl = task.templateInfo?.baseUrl;
  if (!baseUrl) {
    throw new InputError('The action tenants:render needs a template.');
  }
  const { signal } = task;
  const template = await readTemplate(baseUrl, { ...options, signal });
  const { values } = task.input;
  const { operation } = template;
  const { asking, reader } = options;
  await assertMayRender({ asking, operation, client: values.client });
  return prepareChange({ template, values, reader, signal });
}
