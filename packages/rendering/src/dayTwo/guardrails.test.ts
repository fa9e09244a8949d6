import { checkChange } from '@tenantry/guardrails';
import { dayTwoExamples } from '../__fixtures__/dayTwoExamples';
import { renderDayTwo } from '../__fixtures__/renderDayTwo';

it.each(Object.keys(dayTwoExamples))(
  'the change "%s" keeps every guardrail',
  async name => {
    const { repository, change } = await renderDayTwo(name);
    const findings = checkChange({
      registry: repository.registry(),
      existingFiles: repository.filesOf(dayTwoExamples[name].onboarded),
      files: change.files,
    });

    expect(findings).toEqual([]);
  },
);
