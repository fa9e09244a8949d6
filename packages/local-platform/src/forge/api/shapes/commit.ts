import { ForgeContext } from '../../core/ForgeContext';
import { Commit, Identity } from '../../git/commits';
import { ChangedFile } from '../../git/diffs';
import { createUrls } from '../urls';
import { toUser } from './user';

/** How Go, and so Gitea, writes a time that is not known. */
const unknownTime = '0001-01-01T00:00:00Z';

const unsigned = {
  verified: false,
  reason: 'gpg.error.not_signed_commit',
  signature: '',
  signer: null,
  payload: '',
};

/** A commit as the commits API shows it; statistics only when the files are known. */
export function toCommit(
  context: ForgeContext,
  commit: Commit,
  files?: ChangedFile[],
) {
  const urls = createUrls(context);
  const meta = (sha: string, created: string) => ({
    url: urls.commitApi(sha),
    sha,
    created,
  });
  return {
    ...meta(commit.id, commit.committer.date),
    html_url: urls.commit(commit.id),
    commit: {
      url: urls.commitApi(commit.id),
      author: commit.author,
      committer: commit.committer,
      message: `${commit.message}\n`,
      tree: toTreeMeta(context, commit),
      verification: unsigned,
    },
    author: findUser(context, commit.author),
    committer: findUser(context, commit.committer),
    parents: commit.parents.map(parent => meta(parent, unknownTime)),
    files: files?.map(toAffectedFile) ?? null,
    stats: files ? toStatistics(files) : null,
  };
}

/** A commit as the contents API shows it after a change. */
export function toFileCommit(context: ForgeContext, commit: Commit) {
  const { files: _files, stats: _stats, ...shape } = toCommit(context, commit);
  const { author, committer, message, tree } = shape.commit;
  const { url, sha, created, html_url, parents } = shape;
  return {
    url,
    sha,
    created,
    html_url,
    parents,
    author,
    committer,
    message,
    tree,
  };
}

/** A commit as branches and webhooks show it. */
export function toPayloadCommit(
  context: ForgeContext,
  commit: Commit,
  files?: ChangedFile[],
) {
  const paths = (status: ChangedFile['status']) =>
    files?.filter(file => file.status === status).map(file => file.path) ??
    null;
  return {
    id: commit.id,
    message: `${commit.message}\n`,
    url: createUrls(context).commit(commit.id),
    author: toPayloadUser(context, commit.author),
    committer: toPayloadUser(context, commit.committer),
    verification: files ? null : unsigned,
    timestamp: commit.committer.date,
    added: paths('added'),
    removed: paths('removed'),
    modified: paths('modified'),
  };
}

function toTreeMeta(context: ForgeContext, commit: Commit) {
  const url = `${createUrls(context).api}/git/trees/${commit.tree}`;
  return { url, sha: commit.tree, created: commit.committer.date };
}

function toPayloadUser(context: ForgeContext, { name, email }: Identity) {
  const user = context.users.find(candidate => candidate.email === email);
  return { name, email, username: user?.login ?? '' };
}

function findUser(context: ForgeContext, { email }: Identity) {
  const user = context.users.find(candidate => candidate.email === email);
  return user ? toUser(context, user.login) : null;
}

function toAffectedFile({ path, status }: ChangedFile) {
  return { filename: path, status };
}

function toStatistics(files: ChangedFile[]) {
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  const additions = sum('additions');
  const deletions = sum('deletions');
  return { total: additions + deletions, additions, deletions };
}
