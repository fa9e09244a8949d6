import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `tenants:revert`. */
export const revertExamples: TemplateExample[] = [
  {
    description: 'Take back what a merged pull request of a tenant changed.',
    example: stringify({
      steps: [
        {
          id: 'revert',
          name: 'Find out the inverse change',
          action: 'tenants:revert',
          input: {
            client: '${{ parameters.client }}',
            number: '${{ parameters.number }}',
          },
        },
      ],
    }),
  },
];
