import { RenderedChange } from '../change';
import { clients, dayTwoExamples } from './dayTwoExamples';
import { TestRepository } from './repository';
import { cantonClientTemplate, dayTwoTemplate } from './template';

/** What a shipped template proposes for one of {@link dayTwoExamples}. */
export async function renderDayTwo(name: string): Promise<RenderedChange> {
  const { onboarded: client, before = [], ...example } = dayTwoExamples[name];
  let repository = new TestRepository().merge(
    await cantonClientTemplate(),
    clients[client],
  );
  for (const [template, values] of before) {
    repository = repository.merge(await dayTwoTemplate(template), {
      client,
      ...values,
    });
  }
  return repository.render(await dayTwoTemplate(example.template), {
    client,
    ...example.values,
  });
}
