import { brokenBy, Edit, places } from '../__fixtures__/checkEdit';

const { client, tenant, values } = places;

describe('descriptors', () => {
  it.each<[string, string, Edit, string]>([
    ['YAML that cannot be read', tenant, 'kind: [', `yaml ${tenant}`],
    [
      'a field that nobody knows',
      tenant,
      ({ spec }) => {
        spec.password = {};
      },
      `schema/additionalProperties ${tenant} /spec`,
    ],
    [
      'another name than that of the folder',
      client,
      ({ metadata }) => {
        metadata.name = 'acme-02';
      },
      `path-matches-name ${client} /metadata/name`,
    ],
    [
      'a cluster that is not there',
      tenant,
      ({ spec }) => {
        spec.cluster = 'nowhere';
      },
      `known-reference ${tenant} /spec/cluster`,
    ],
    [
      'no descriptor of the environment',
      tenant,
      null,
      `descriptor-missing ${values}`,
    ],
    [
      'no descriptor of the tenant',
      client,
      null,
      `descriptor-missing ${places.hub}`,
    ],
  ])('are refused with %s', (_, path, edit, finding) => {
    expect(brokenBy({ [path]: edit })).toContain(finding);
  });
});
