import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { authorOf } from '@tenantry/changes';
import { ProposedChange } from '@tenantry/forges';
import { FileChange } from '@tenantry/plugin-tenants-common';
import { deletionsInput } from './changeOutput';
import { checkWorkspace } from './checkWorkspace';
import { assertNoFindings } from './findings';
import { describeOrigin, requester, TaskOrigin } from './origin';
import { pullRequestExamples } from './pullRequest.examples';
import { TenantActionOptions } from './TenantActionOptions';

/**
 * Creates the action `tenants:pull-request`, which proposes the files of the workspace and the
 * deletions to the repository of the registry. It checks the change itself, so that no template can
 * leave the guardrails out.
 */
export function createPullRequestAction(
  options: Pick<
    TenantActionOptions,
    'reader' | 'forge' | 'forgeHost' | 'permissions'
  >,
) {
  return createTemplateAction({
    id: 'tenants:pull-request',
    description:
      'Proposes the files of the workspace and the deletions as one commit and one pull request against the repository of the registry, once they keep all guardrails. Running it again brings the open pull request up to date.',
    examples: pullRequestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        title: z =>
          z.string().trim().min(1).max(255).regex(/^.*$/, 'one line only'),
        description: z => z.string().max(60_000).describe('Markdown'),
        branch: z =>
          z
            .string()
            .regex(/^tenantry\/[a-z0-9-]+\/[a-z0-9-]+$/)
            .describe('Branch of the change: tenantry/<template>/<tenant>'),
        deletions: deletionsInput,
      },
      output: {
        url: z => z.string().describe('Address of the pull request'),
        number: z => z.number().describe('Number of the pull request'),
        branch: z => z.string().describe('Branch of the pull request'),
      },
    },
    async handler(ctx) {
      ctx.output('branch', ctx.input.branch);
      const { files, findings } = await checkWorkspace(ctx, options);
      assertNoFindings(findings);
      if (ctx.isDryRun) {
        ctx.logger.info(
          `A dry run ends here. It would propose ${summary(files)}.`,
        );
        return;
      }
      const { url, number } = await ctx.checkpoint({
        key: `tenants.pull-request.${ctx.input.branch}`,
        fn: async () => {
          const change = toChange(ctx, files, options.forgeHost);
          const { signal } = ctx;
          const pull = await options.forge.proposeChange(change, { signal });
          return { url: pull.url, number: pull.number };
        },
      });
      ctx.logger.info(
        `${requester(ctx)} proposed ${summary(files)} on ${
          ctx.input.branch
        }, task ${ctx.task.id}. Pull request ${number} is open: ${url}`,
      );
      ctx.output('url', url);
      ctx.output('number', number);
    },
  });
}

function toChange(
  task: TaskOrigin & {
    input: Pick<ProposedChange, 'title' | 'description' | 'branch'>;
  },
  files: FileChange[],
  forgeHost: string,
): ProposedChange {
  if (files.length === 0) {
    throw new ConflictError(
      'The repository holds this change already; there is nothing to propose.',
    );
  }
  const { title, description, branch } = task.input;
  return {
    branch,
    title,
    description: `${description}\n\n${describeOrigin(task)}`,
    files,
    author: authorOf(task.user, forgeHost),
  };
}

function summary(files: readonly FileChange[]): string {
  const deleted = files.filter(({ operation }) => operation === 'delete');
  return `a change of ${files.length} files, ${deleted.length} of them deleted`;
}
