import { checkChange } from '@tenantry/guardrails';
import fc from 'fast-check';
import { devnetChange, onboardingValues } from './__testUtils__/arbitraries';
import { TestRepository } from '../__fixtures__/repository';
import {
  cantonClientTemplate,
  dayTwoTemplate,
  dayTwoTemplates,
} from '../__fixtures__/template';
import { parseYamlFile } from '../output';
import { TenantTemplate } from '../template';

describe('the shipped templates, for any client', () => {
  const templates = new Map<string, TenantTemplate>();

  beforeAll(async () => {
    templates.set('new-canton-client', await cantonClientTemplate());
    for (const name of dayTwoTemplates) {
      templates.set(name, await dayTwoTemplate(name));
    }
  });

  const template = (name: string) => templates.get(name)!;
  const onboard = (values: Record<string, unknown>) =>
    new TestRepository().merge(template('new-canton-client'), values);

  it('change what differs in the environment that is meant, nothing immutable, and keep every guardrail', () => {
    fc.assert(
      fc.property(onboardingValues, devnetChange, (onboarding, form) => {
        const repository = onboard(onboarding);
        const { client } = onboarding;
        const values = { client, ...form.values };
        const change = repository.render(template(form.template), values);

        expect(repository.render(template(form.template), values)).toEqual(
          change,
        );
        expect(change.notes).toEqual([]);
        expect(change.findings.map(({ rule }) => rule)).toEqual(
          change.files.length === 0 ? ['no-change'] : [],
        );
        for (const { path, content, previousContent } of change.files) {
          expect(path).toMatch(new RegExp(`^clients/${client}/devnet/`));
          expect(previousContent).toBe(repository.contentOf(path));
          expect(content).not.toBe(previousContent);
          expect(parseYamlFile(content!).length).toBeGreaterThan(0);
        }
        expect(
          checkChange({
            registry: repository.registry(),
            existingFiles: repository.filesOf(client),
            files: change.files,
          }),
        ).toEqual([]);
        expect(identities(repository.with(change.files))).toEqual(
          identities(repository),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('give back the files of before when an environment is added, suspended and removed', () => {
    fc.assert(
      fc.property(onboardingValues, ({ environments, ...rest }) => {
        const { client } = rest;
        const repository = onboard({ ...rest, environments: ['devnet'] });
        const testnet = { client, environments: ['testnet'], reason: 'Over' };
        const back = repository
          .merge(template('add-environment'), {
            client,
            environments: ['testnet'],
          })
          .merge(template('offboard-client'), testnet)
          .merge(template('remove-client'), {
            ...testnet,
            confirmation: client,
          });

        expect(back.files).toEqual(repository.files);
      }),
      { numRuns: 6 },
    );
  });

  it('give back the files of before when a client is suspended or offboarded, and resumed', () => {
    const suspension = fc.constantFrom('suspend-client', 'offboard-client');
    fc.assert(
      fc.property(onboardingValues, suspension, (onboarding, name) => {
        const repository = onboard(onboarding);
        const { client, environments } = onboarding;
        const back = repository
          .merge(template(name), { client, environments, reason: 'Paused' })
          .merge(template('resume-client'), { client, environments });

        expect(back.files).toEqual(repository.files);
      }),
      { numRuns: 6 },
    );
  });

  it('leave nothing behind when a client is removed', () => {
    fc.assert(
      fc.property(onboardingValues, onboarding => {
        const { client, environments } = onboarding;
        const values = { client, environments, reason: 'Over' };
        const left = onboard(onboarding)
          .merge(template('offboard-client'), values)
          .merge(template('remove-client'), {
            ...values,
            confirmation: client,
          });

        expect(left.files).toEqual(new TestRepository().with([]).files);
      }),
      { numRuns: 6 },
    );
  });
});

/** What no change may touch, by the name of the tenant environment. */
function identities(repository: TestRepository): object {
  return Object.fromEntries(
    [...repository.registry().tenantEnvironments].map(
      ([name, { descriptor }]) => {
        const { cluster, namespace, application, immutable } = descriptor.spec;
        return [name, { cluster, namespace, application, immutable }];
      },
    ),
  );
}
