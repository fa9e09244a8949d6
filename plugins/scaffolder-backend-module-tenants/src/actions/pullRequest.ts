import { PermissionsService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Forge, ProposedChange } from '../forge';
import { assertMayChange } from './assertMayChange';
import { authorOf } from './author';
import { pullRequestExamples } from './pullRequest.examples';
import { readWorkspace } from './readWorkspace';

/**
 * Creates the action `tenants:pull-request`, which proposes the files of the workspace to the
 * repository of the registry.
 *
 * @param options.forgeHost - host name of the forge
 */
export function createPullRequestAction(options: {
  forge: Forge;
  forgeHost: string;
  permissions: PermissionsService;
}) {
  return createTemplateAction({
    id: 'tenants:pull-request',
    description:
      'Proposes the rendered files as one commit and one pull request against the repository of the registry. Running it again brings the open pull request up to date.',
    examples: pullRequestExamples,
    // A dry run ends before anything leaves the portal.
    supportsDryRun: false,
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
      },
      output: {
        url: z => z.string().describe('Address of the pull request'),
        number: z => z.number().describe('Number of the pull request'),
        branch: z => z.string().describe('Branch of the pull request'),
      },
    },
    async handler(ctx) {
      await assertMayChange(
        options.permissions,
        await ctx.getInitiatorCredentials(),
      );
      const change: ProposedChange = {
        branch: ctx.input.branch,
        title: ctx.input.title,
        description: `${ctx.input.description}\n\n${provenance(ctx)}`,
        files: await readWorkspace(ctx.workspacePath),
        author: authorOf(ctx.user, options.forgeHost),
      };
      const { url, number } = await ctx.checkpoint({
        key: `tenants.pull-request.${change.branch}`,
        fn: async () => {
          const pullRequest = await options.forge.proposeChange(change, {
            signal: ctx.signal,
          });
          return { url: pullRequest.url, number: pullRequest.number };
        },
      });
      ctx.logger.info(`Pull request ${number} is open: ${url}`);
      ctx.output('url', url);
      ctx.output('number', number);
      ctx.output('branch', change.branch);
    },
  });
}

/** Says on the pull request, which the forge's token opens, where it comes from. */
function provenance(ctx: {
  user?: { ref?: string };
  templateInfo?: { entityRef: string };
  task: { id: string };
}): string {
  const { user, templateInfo, task } = ctx;
  const by = user?.ref ?? 'the portal';
  const template = templateInfo?.entityRef ?? 'a template';
  return `Proposed by ${by} with ${template}, task ${task.id}.\n`;
}
