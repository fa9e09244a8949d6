import { RenderedChange } from '../change';
import { clients, dayTwoExamples } from './dayTwoExamples';
import { TestRepository } from './repository';
import { cantonClientTemplate, dayTwoTemplate } from './template';

/** What a shipped template proposes for one of {@link dayTwoExamples}, and on what. */
export async function renderDayTwo(
  name: string,
): Promise<{ repository: TestRepository; change: RenderedChange }> {
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
  const change = repository.render(await dayTwoTemplate(example.template), {
    client,
    ...example.values,
  });
  return { repository, change };
}
