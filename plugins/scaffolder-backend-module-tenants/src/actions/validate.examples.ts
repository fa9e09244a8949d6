import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `tenants:validate`. */
export const validateExamples: TemplateExample[] = [
  {
    description: 'Check what tenants:render rendered, deletions included.',
    example: stringify({
      steps: [
        {
          id: 'validate',
          name: 'Check the whole change',
          action: 'tenants:validate',
          input: { deletions: '${{ steps.render.output.deletions }}' },
        },
      ],
    }),
  },
];
