import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { deletionsInput } from './changeOutput';
import { checkWorkspace } from './checkWorkspace';
import { assertNoFindings, describeFindings } from './findings';
import { TenantActionOptions } from './TenantActionOptions';
import { validateExamples } from './validate.examples';

/**
 * Creates the action `tenants:validate`, which checks the change that the workspace makes in the
 * repository by all guardrails.
 */
export function createValidateAction(
  options: Pick<TenantActionOptions, 'reader' | 'permissions'>,
) {
  return createTemplateAction({
    id: 'tenants:validate',
    description:
      'Checks the change that the files of the workspace and the deletions make in the repository, by all guardrails. A dry run goes on with the findings as its output.',
    examples: validateExamples,
    supportsDryRun: true,
    schema: {
      input: { deletions: deletionsInput },
      output: {
        findings: z =>
          z
            .array(
              z.object({
                rule: z.string(),
                message: z.string(),
                help: z.string().optional(),
                file: z.string().optional(),
                path: z.string().optional(),
              }),
            )
            .describe('Every rule that the change breaks'),
      },
    },
    async handler(ctx) {
      const { files, findings } = await checkWorkspace(ctx, options);
      ctx.output(
        'findings',
        findings.map(({ field: _, ...finding }) => finding),
      );
      if (!ctx.isDryRun) {
        assertNoFindings(findings);
      }
      if (findings.length > 0) {
        ctx.logger.warn(
          `The change breaks these rules:\n${describeFindings(findings)}`,
        );
      } else {
        ctx.logger.info(`The change of ${files.length} files keeps all rules.`);
      }
    },
  });
}
