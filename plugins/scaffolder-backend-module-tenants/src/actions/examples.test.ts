import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';
import {
  createPullRequestAction,
  createRenderAction,
  createRevertAction,
  createRolloutAction,
  RolloutActionOptions,
  createValidateAction,
  TenantActionOptions,
} from '.';

// The handlers are not called.
const options = {} as TenantActionOptions;

const cases = [
  createRenderAction(options),
  createValidateAction(options),
  createRevertAction(options),
  createPullRequestAction(options),
  createRolloutAction({} as RolloutActionOptions),
].flatMap(action =>
  action.examples!.map(
    ({ description, example }: TemplateExample) =>
      [description, example, action] as const,
  ),
);

describe('the examples', () => {
  it.each(cases)('%s', (_, example, { id, schema, supportsDryRun }) => {
    const { steps } = parse(example);

    expect(steps).toEqual([expect.objectContaining({ action: id })]);
    const { properties, required } = schema!.input!;
    const given = Object.keys(steps[0].input);
    expect(Object.keys(properties!)).toEqual(expect.arrayContaining(given));
    expect(given).toEqual(expect.arrayContaining([required ?? []].flat()));
    expect(supportsDryRun).toBe(true);
  });

  it('are there for every action', () => {
    expect(new Set(cases.map(([, , { id }]) => id)).size).toBe(5);
  });
});
