import { AuthService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  Rollout,
  RolloutRequest,
  TenantsApi,
} from '@tenantry/plugin-tenants-common';
import { rolloutExamples } from './rollout.examples';

/** What `tenants:rollout` works with. */
export interface RolloutActionOptions {
  tenants: Pick<TenantsApi, 'planRollout' | 'startRollout'>;
  auth: AuthService;
  /** Address of the app, without a trailing slash. */
  appUrl: string;
}

/**
 * Creates the action `tenants:rollout`, which has the tenants backend change many tenants of an
 * environment, wave after wave. The backend decides whether the user may.
 */
export function createRolloutAction(options: RolloutActionOptions) {
  const { tenants, auth, appUrl } = options;
  return createTemplateAction({
    id: 'tenants:rollout',
    description:
      'Starts a rollout: the change of a template for many tenants of an environment, wave after wave. A dry run says only which waves there would be.',
    examples: rolloutExamples,
    supportsDryRun: true,
    schema: {
      input: {
        templateRef: z =>
          z.string().describe('Template that changes one tenant'),
        environment: z => z.string().describe('Name of the environment'),
        values: z =>
          z
            .record(z.unknown())
            .describe('Values of the template but client and environments'),
        firstWave: z =>
          z.array(z.string()).optional().describe('Tenants that go first'),
        waveSize: z =>
          z.number().int().optional().describe('Tenants in each later wave; 5'),
        exclude: z =>
          z.array(z.string()).optional().describe('Tenants that are left out'),
        soakMinutes: z =>
          z
            .number()
            .int()
            .optional()
            .describe('How long a wave has to be healthy; 10'),
      },
      output: {
        url: z => z.string().describe('Page of the rollouts'),
        summary: z => z.string().describe('How many waves and tenants'),
      },
    },
    async handler(ctx) {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await ctx.getInitiatorCredentials(),
        targetPluginId: 'tenants',
      });
      const request = requestOf(ctx.input);
      const waves = ctx.isDryRun
        ? (await tenants.planRollout(request, { token })).waves
        : await ctx.checkpoint({
            key: 'tenants.rollout',
            fn: async () =>
              wavesOf(await tenants.startRollout(request, { token })),
          });
      const summary = `${waves.flat().length} tenants in ${
        waves.length
      } waves.`;
      ctx.logger.info(summary);
      ctx.output('summary', summary);
      ctx.output('url', `${appUrl}/rollouts`);
    },
  });
}

function wavesOf({ waves }: Rollout): string[][] {
  return waves.map(({ tenants }) => tenants);
}

/** What a form leaves empty gets the defaults. */
function requestOf({
  firstWave = [],
  waveSize = 5,
  exclude = [],
  soakMinutes = 10,
  ...input
}: Pick<RolloutRequest, 'templateRef' | 'environment' | 'values'> &
  Partial<RolloutRequest>): RolloutRequest {
  return { ...input, firstWave, waveSize, exclude, soakMinutes };
}
