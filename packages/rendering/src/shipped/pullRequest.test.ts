import { inputs } from '../__fixtures__/inputs';
import { renderInputChange } from '../__fixtures__/renderInput';

const separator = /^\|( -+ \|)+$/;

describe.each(Object.keys(inputs))('the pull request of "%s"', name => {
  it('has its rows in tables', async () => {
    const { description } = await renderInputChange(name);

    const blocks = description.split(/\n\s*\n/);
    const tables = blocks.filter(block => block.startsWith('|'));
    expect(tables.length).toBeGreaterThanOrEqual(3);
    for (const table of tables) {
      const [, second, ...rows] = table.split('\n');
      expect(second).toMatch(separator);
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('names each tenant environment and its hosts', async () => {
    const { title, description, files } = await renderInputChange(name);
    const client = String(inputs[name].client);
    expect(title).toContain(client);

    const environments = files
      .filter(({ path }) => path.endsWith('/tenant.yaml'))
      .map(({ path }) => path.split('/')[2]);
    expect(environments.length).toBeGreaterThan(0);
    for (const environment of environments) {
      expect(description).toContain(`| ${client}-${environment} |`);
      expect(description).toContain(
        `wallet.validator.${client}.${environment}.`,
      );
    }
  });

  it('leaves what a person has to do open, for each environment', async () => {
    const { description, files } = await renderInputChange(name);
    const namespaces = files
      .filter(({ path }) => path.endsWith('/tenant.yaml'))
      .map(({ path }) => path.split('/').slice(1, 3).join('-'));

    for (const namespace of namespaces) {
      const environment = namespace.split('-').at(-1);
      expect(description).toContain(`- [ ] ${environment}: send the sponsor`);
      expect(description).toContain(`| ${namespace}/external-secrets |`);
      expect(description).toContain(
        `| ${namespace}-postgres | postgresPassword |`,
      );
      expect(description).toContain(
        `the client validator-app-backend-${environment} `,
      );
    }
    expect(description).not.toContain('- [x]');
  });
});
