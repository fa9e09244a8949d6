import { parse } from 'yaml';
import { pullRequestExamples } from './pullRequest.examples';
import { renderExamples } from './render.examples';

describe.each([
  ['tenants:render', renderExamples, ['values']],
  [
    'tenants:pull-request',
    pullRequestExamples,
    ['title', 'description', 'branch'],
  ],
])('examples of %s', (action, examples, inputs) => {
  it.each(examples)('$description', ({ example }) => {
    const { steps } = parse(example);

    expect(steps).toEqual([expect.objectContaining({ action })]);
    expect(Object.keys(steps[0].input)).toEqual(inputs);
  });
});
