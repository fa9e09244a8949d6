import { checkChange } from '@tenantry/guardrails';
import { inputs } from '../__fixtures__/inputs';
import { platformRegistry } from '../__fixtures__/platform';
import { renderInput } from '../__fixtures__/renderInput';

it.each(Object.keys(inputs))(
  'what the shipped template renders keeps every guardrail: %s',
  async name => {
    const files = await renderInput(name);

    expect(
      checkChange({ registry: platformRegistry(), existingFiles: [], files }),
    ).toEqual([]);
  },
);
