import { platformRegistry } from '../__fixtures__/platform';
import { smallTemplate } from '../__fixtures__/smallTemplate';
import { renderChange } from './renderChange';

const client = 'clients/${{ values.client }}';

const render = (skeleton: Record<string, string>, pullRequest?: string) =>
  renderChange({
    template: smallTemplate(skeleton, pullRequest),
    registry: platformRegistry(),
    values: {
      client: 'acme',
      environments: ['testnet', 'devnet'],
      note: 'A * note',
    },
  });

describe('the skeleton', () => {
  it('is rendered once, or once for each environment whose name is in the path', () => {
    const { files } = render({
      [`${client}/notes.txt`]: '${{ values.note }} on ${{ platform.name }}',
      [`${client}/\${{ environment.name }}/a.yaml`]:
        'cluster: ${{ cluster.name }}',
    });

    expect(files).toEqual([
      {
        path: 'clients/acme/devnet/a.yaml',
        operation: 'create',
        content: 'cluster: devnet-1\n',
      },
      {
        path: 'clients/acme/notes.txt',
        operation: 'create',
        content: 'A * note on canton-naas',
      },
      {
        path: 'clients/acme/testnet/a.yaml',
        operation: 'create',
        content: 'cluster: testnet-1\n',
      },
    ]);
  });

  it('leaves out a file that renders to nothing', () => {
    const { files } = render({
      [`${client}/a.yaml`]: 'a: 1',
      [`${client}/b.yaml`]: '{% if values.note == "none" %}b: 1{% endif %}',
    });

    expect(files.map(({ path }) => path)).toEqual(['clients/acme/a.yaml']);
  });

  it.each([
    'platform.yaml',
    'clients/other/client.yaml',
    'clients/${{ values.client }}.yaml',
    'hub/applicationset.yaml',
    'hub/${{ values.client }}/a.yaml',
    '.github/workflows/${{ values.client }}.yaml',
  ])('cannot write %s', path => {
    expect(() => render({ [path]: 'a: 1' })).toThrow(
      /does not belong to the client "acme" alone|is no plain file name/,
    );
  });

  it('may have a file in the hub with the name of the client', () => {
    const { files } = render({ 'hub/x/${{ values.client }}.yaml': 'a: 1' });
    expect(files[0].path).toBe('hub/x/acme.yaml');
  });

  it('cannot write a file twice', () => {
    expect(() =>
      render({
        [`${client}/a.yaml`]: 'a: 1',
        [`${client}/\${{ "a" }}.yaml`]: 'a: 2',
      }),
    ).toThrow('Two files of the template have the path clients/acme/a.yaml.');
  });

  it('says which file is at fault', () => {
    expect(() =>
      render({ [`${client}/a.yaml`]: 'a: ${{ values.b }}' }),
    ).toThrow(
      /^skeleton\/clients\/.*\/a\.yaml of the template cannot be rendered: /,
    );
  });

  it('cannot write a descriptor that the registry would refuse', () => {
    expect(() =>
      render({
        [`${client}/client.yaml`]:
          'apiVersion: tenantry.dev/v1alpha1\nkind: Tenant\nmetadata: { name: other }\nspec: {}',
      }),
    ).toThrow(/the registry refuses.*clients\/acme\/client\.yaml/);
  });
});

describe('the description of a change', () => {
  const skeleton = { [`${client}/a.yaml`]: 'a: 1' };

  it('is the list of files where the template has no words of its own', () => {
    expect(render(skeleton)).toMatchObject({
      title: 'Small template: acme',
      description:
        '## Files\n\n| Operation | File |\n| --- | --- |\n| create | clients/acme/a.yaml |\n',
    });
  });

  it('shows values as they are, in the title without Markdown', () => {
    const { title, description } = render(
      skeleton,
      '# Add ${{ values.note }}\n\nAdds ${{ values.note }}.\n',
    );

    expect(title).toBe('Add A * note');
    expect(description).toMatch(/^Adds A \\\* note\.\n\n## Files\n/);
  });
});
