import { NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { MergedChange } from '@tenantry/forges';
import { describeFiles } from '@tenantry/rendering';
import { assertMayChange, refusedTenants } from './assertMayChange';
import { ownerOfPath } from './assertMayWrite';
import { changeOutput } from './changeOutput';
import { inverseOf } from './inverseOf';
import { escape } from './markdown';
import { revertExamples } from './revert.examples';
import { TenantActionOptions } from './TenantActionOptions';
import { writeWorkspace } from './writeWorkspace';

/**
 * Creates the action `tenants:revert`, which writes the inverse of a merged pull request into the
 * workspace. What the guardrails would not let in is not let in by a revert either:
 * `tenants:pull-request` checks it like any other change.
 */
export function createRevertAction(
  options: Pick<TenantActionOptions, 'reader' | 'forge' | 'permissions'>,
) {
  return createTemplateAction({
    id: 'tenants:revert',
    description:
      'Writes the inverse of a merged pull request of one tenant into the workspace, as long as nobody has changed its files since.',
    examples: revertExamples,
    supportsDryRun: true,
    schema: {
      input: {
        client: z =>
          z
            .string()
            .regex(/^[a-z]([a-z0-9-]*[a-z0-9])?$/)
            .max(63)
            .describe('Name of the tenant; nobody else’s files are touched'),
        number: z =>
          z
            .number()
            .int()
            .positive()
            .describe('Number of the merged pull request'),
      },
      output: changeOutput,
    },
    async handler(ctx) {
      const { permissions } = options;
      const credentials = await ctx.getInitiatorCredentials();
      const { client, number } = ctx.input;
      const asking = { permissions, credentials };
      await assertMayChange(asking, client);
      const { signal } = ctx;
      const change = await options.forge.readChange(number, { signal });
      // Not even whose it is may be told to who may not change all that it changed.
      if ((await refusedTenants(asking, ownersOf(change))).length > 0) {
        throw new NotFoundError(
          `There is no merged pull request ${number} of ${client}.`,
        );
      }
      const { files: existing } = await options.reader.readTenantFiles(
        [client],
        { signal },
      );
      const files = inverseOf(change, { client, existing });
      const deletions = await writeWorkspace(ctx.workspacePath, files);
      const { title, url, mergedAt } = change.pullRequest;
      ctx.logger.info(`Reverting ${files.length} files of ${url}.`);
      ctx.output('title', `Revert "${title}" (#${number})`.slice(0, 255));
      ctx.output(
        'description',
        `Takes back [${escape(title)}](${url}) of ${client}, merged ${
          mergedAt ?? 'earlier'
        }.\n\n## Files\n\n${describeFiles(files)}`,
      );
      ctx.output('branch', `tenantry/revert/${number}`);
      ctx.output(
        'files',
        files.map(({ path, operation }) => ({ path, operation })),
      );
      ctx.output('deletions', deletions);
      ctx.output('fileTable', describeFiles(files));
    },
  });
}

function ownersOf({ files }: MergedChange): string[] {
  return [...new Set(files.map(({ path }) => ownerOfPath(path)))];
}
