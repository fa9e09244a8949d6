import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `tenants:pull-request`. */
export const pullRequestExamples: TemplateExample[] = [
  {
    description: 'Propose what tenants:render rendered, deletions included.',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Open the pull request',
          action: 'tenants:pull-request',
          input: {
            title: '${{ steps.render.output.title }}',
            description: '${{ steps.render.output.description }}',
            branch: '${{ steps.render.output.branch }}',
            deletions: '${{ steps.render.output.deletions }}',
          },
        },
      ],
    }),
  },
];
