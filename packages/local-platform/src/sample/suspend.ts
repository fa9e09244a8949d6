import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { Document, parseAllDocuments } from 'yaml';

type Edit = (document: Document) => void;

/** What suspends a tenant environment: its Deployments to zero, its database into hibernation. */
const edits: { path: RegExp; kind: string; edit: Edit }[] = [
  {
    path: /\/tenant\.yaml$/,
    kind: 'TenantEnvironment',
    edit: document => document.setIn(['spec', 'suspended'], true),
  },
  {
    path: /\/manifests\/namespace\.yaml$/,
    kind: 'Namespace',
    edit: annotate('downscaler/force-downtime', 'true'),
  },
  {
    path: /\/manifests\/database\.yaml$/,
    kind: 'Cluster',
    edit: annotate('cnpg.io/hibernation', 'on'),
  },
  {
    path: /\/manifests\/database\.yaml$/,
    kind: 'ScheduledBackup',
    edit: document => document.setIn(['spec', 'suspend'], true),
  },
];

/** Changes a file of a tenant environment so that it stands for a suspended one. */
export function suspend(file: RepositoryFile): RepositoryFile {
  const wanted = edits.filter(({ path }) => path.test(file.path));
  if (wanted.length === 0) {
    return file;
  }
  const documents = [...parseAllDocuments(file.content)];
  for (const document of documents) {
    wanted
      .filter(({ kind }) => document.get('kind') === kind)
      .forEach(({ edit }) => edit(document));
  }
  const content = documents
    .map(document => document.toString({ lineWidth: 0 }))
    .join('');
  return { ...file, content };
}

function annotate(name: string, value: string): Edit {
  return document => document.setIn(['metadata', 'annotations', name], value);
}
