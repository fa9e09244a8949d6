import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `tenants:rollout`. */
export const rolloutExamples: TemplateExample[] = [
  {
    description:
      'Upgrade the tenants of an environment in waves of five, each healthy for an hour before the next.',
    example: stringify({
      steps: [
        {
          id: 'start',
          name: 'Start the rollout',
          action: 'tenants:rollout',
          input: {
            templateRef: 'template:default/upgrade-splice',
            environment: '${{ parameters.environments[0] }}',
            values: { version: '${{ parameters.version }}' },
            waveSize: 5,
            soakMinutes: 60,
          },
        },
      ],
    }),
  },
];
