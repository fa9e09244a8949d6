import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `tenants:render`. */
export const renderExamples: TemplateExample[] = [
  {
    description: 'Render the skeleton with all values of the form.',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: "Render the client's files",
          action: 'tenants:render',
          input: { values: '${{ parameters }}' },
        },
      ],
    }),
  },
  {
    description: 'Render the skeleton with values that the template fixes.',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: "Render the client's files",
          action: 'tenants:render',
          input: {
            values: {
              client: '${{ parameters.client }}',
              contacts: ['${{ parameters.contact }}'],
              environments: ['devnet'],
            },
          },
        },
      ],
    }),
  },
];
