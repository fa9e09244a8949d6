import { brokenBy, checkEdit, places } from '../__fixtures__/checkEdit';

const { tenant } = places;

describe('immutable values', () => {
  it.each<[string, (spec: any) => void]>([
    [
      '/spec/immutable/hint',
      spec => {
        spec.immutable.hint = 'acme-01-2';
      },
    ],
    [
      '/spec/immutable/database',
      spec => {
        delete spec.immutable.database;
      },
    ],
    [
      '/spec/application',
      spec => {
        spec.application = 'acme';
      },
    ],
    [
      '/spec/namespace',
      spec => {
        spec.namespace = 'acme';
      },
    ],
    [
      '/spec/cluster',
      spec => {
        spec.cluster = 'production';
      },
    ],
  ])('%s stays as it is', (path, edit) => {
    expect(brokenBy({ [tenant]: ({ spec }) => edit(spec) })).toContain(
      `immutable ${tenant} ${path}`,
    );
  });

  it('may become more', () => {
    expect(
      brokenBy({
        [tenant]: ({ spec }) => {
          spec.immutable.further = 'value';
          spec.size = 'large';
        },
      }),
    ).toEqual([]);
  });

  it('says what it was and would be', () => {
    const [finding] = checkEdit({
      [tenant]: ({ spec }) => {
        spec.immutable.hint = 'acme-01-2';
      },
    });
    expect(finding).toMatchObject({
      message:
        '/spec/immutable/hint is "acme-01-1" and may never change, but it would be "acme-01-2".',
      help: 'Write "acme-01-1" again.',
    });
  });
});

describe('removal', () => {
  const files = [
    tenant,
    places.values,
    places.kustomization,
    places.namespace,
    places.workload,
    places.routes,
  ];

  it('is refused while the tenant environment runs', () => {
    const edits = Object.fromEntries(files.map(file => [file, null]));
    expect(
      brokenBy({ ...edits, [places.client]: null, [places.hub]: null }),
    ).toEqual([`removal ${tenant}`]);
  });
});
