import { Express, Response } from 'express';
import { blobOf } from '../change/planOperations';
import { FakePullRequest, FakeRepository, FakeTree } from './FakeRepository';
import { FakeServer, token } from './FakeServer';
import { fakeWorld, FakeWorld } from './World';

interface TreeEntry {
  path: string;
  mode: string;
  content?: string;
  sha?: null;
}

const api = '/repos/platform/gitops';

/** Starts the part of GitHub's API that the forge uses, with GitHub's answers. */
export async function startFakeGithub(
  files: Record<string, string>,
): Promise<FakeWorld> {
  const repository = new FakeRepository(files);
  const server = new FakeServer();
  const host = await server.start((app, address) => {
    app.use((request, response, next) =>
      request.get('authorization') === `Bearer ${token}`
        ? next()
        : refuse(response, 401, 'Bad credentials'),
    );
    addGitData(app, repository);
    addContents(app, repository);
    addPulls(app, repository, address);
    addCommits(app, repository, address);
  });
  return {
    ...fakeWorld(repository, server),
    registryUrl: `https://${host}/platform/gitops/tree/main/`,
    integrations: {
      github: [{ host, apiBaseUrl: `http://${host}`, token }],
    },
  };
}

function addGitData(app: Express, repository: FakeRepository): void {
  const trees = new Map<string, FakeTree>();
  const { commits, branches } = repository;

  app.get(`${api}/git/ref/:ref`, ({ params }, response) => {
    const sha = branches.get(params.ref.replace('heads/', ''));
    return sha
      ? response.json({ ref: `refs/${params.ref}`, object: { sha } })
      : refuse(response, 404, 'Not Found');
  });
  app.get(`${api}/git/commits/:sha`, ({ params }, response) => {
    const tree = commits.get(params.sha)!.tree;
    trees.set(`tree-${params.sha}`, tree);
    response.json({ sha: params.sha, tree: { sha: `tree-${params.sha}` } });
  });
  app.post(`${api}/git/trees`, ({ body }, response) => {
    const tree = new Map(trees.get(body.base_tree));
    for (const { path, mode, content, sha } of body.tree as TreeEntry[]) {
      if (sha === null && !tree.delete(path)) {
        return refuse(response, 422, 'GitRPC::BadObjectState');
      }
      if (content !== undefined) {
        tree.set(path, { content, mode });
      }
    }
    const id = `tree-${trees.size}-new`;
    trees.set(id, tree);
    return response.status(201).json({ sha: id });
  });
  app.post(`${api}/git/commits`, ({ body }, response) => {
    const { message, parents, author } = body;
    const tree = trees.get(body.tree)!;
    const commit = repository.addCommit({ message, parents, author, tree });
    response.status(201).json({ sha: commit.id });
  });
  app.post(`${api}/git/refs`, ({ body }, response) => {
    const branch = body.ref.replace('refs/heads/', '');
    if (branches.has(branch)) {
      return refuse(response, 422, 'Reference already exists');
    }
    repository.setBranch(branch, body.sha);
    return response.status(201).json({});
  });
  app.patch(`${api}/git/refs/:ref`, ({ params, body }, response) => {
    repository.setBranch(params.ref.replace('heads/', ''), body.sha);
    return body.force
      ? response.json({})
      : refuse(response, 422, 'Update is not a fast forward');
  });
  app.delete(`${api}/git/refs/:ref`, ({ params }, response) =>
    repository.removeBranch(params.ref.replace('heads/', ''))
      ? response.status(204).end()
      : refuse(response, 422, 'Reference does not exist'),
  );
}

function addContents(app: Express, repository: FakeRepository): void {
  app.get(`${api}/contents/:path`, ({ params, query }, response) => {
    const { path } = params;
    const tree = repository.resolve(String(query.ref))?.tree ?? new Map();
    const file = tree.get(path);
    if (file) {
      const content = Buffer.from(file.content).toString('base64');
      return response.json({ ...entry(path, file.content), content });
    }
    const folder = [...tree].filter(
      ([name]) => name.slice(0, name.lastIndexOf('/')) === path,
    );
    return folder.length > 0
      ? response.json(folder.map(([name, it]) => entry(name, it.content)))
      : refuse(response, 404, 'Not Found');
  });
  app.get(`${api}/compare/:basehead`, ({ params }, response) => {
    const [base, head] = params.basehead
      .split('...')
      .map(ref => repository.resolve(ref)!.id);
    response.json({
      behind_by: repository.missing(head, base).length,
      ahead_by: repository.missing(base, head).length,
      merge_base_commit: { sha: repository.mergeBase(base, head) },
    });
  });
}

function entry(path: string, content: string) {
  return { path, type: 'file', sha: blobOf(content) };
}

function addPulls(
  app: Express,
  repository: FakeRepository,
  host: string,
): void {
  const { pulls } = repository;
  const toJson = (pull: FakePullRequest) => ({
    number: pull.number,
    html_url: `https://${host}/platform/gitops/pull/${pull.number}`,
    title: pull.title,
    body: pull.description,
    user: { login: 'portal' },
    state: pull.state,
    created_at: pull.openedAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.commit ?? null,
    head: { ref: pull.head, sha: pull.headCommit },
    base: {
      ref: pull.base,
      sha: pull.merged
        ? repository.commits.get(pull.merged.commit)!.parents[0]
        : repository.branches.get(pull.base),
    },
  });

  app.get(`${api}/pulls`, ({ query }, response) => {
    if (query.state === 'all' && query.sort === 'updated') {
      const recent = repository.recentPulls().slice(0, Number(query.per_page));
      return response.json(recent.map(toJson));
    }
    const head = String(query.head).replace('platform:', '');
    const open = repository.findOpen(head, String(query.base));
    return response.json(open && query.state === 'open' ? [toJson(open)] : []);
  });
  app.post(`${api}/pulls`, ({ body }, response) => {
    if (repository.findOpen(body.head, body.base)) {
      return refuse(response, 422, 'A pull request already exists');
    }
    const pull = repository.openPull({ ...body, description: body.body });
    return response.status(201).json(toJson(pull));
  });
  app.patch(`${api}/pulls/:number`, ({ params, body }, response) => {
    const pull = pulls[Number(params.number) - 1];
    pull.title = body.title;
    pull.description = body.body;
    response.json(toJson(pull));
  });
  app.get(`${api}/pulls/:number`, ({ params }, response) => {
    const pull = pulls[Number(params.number) - 1];
    return pull
      ? response.json(toJson(pull))
      : refuse(response, 404, 'Not Found');
  });
  app.get(`${api}/pulls/:number/files`, ({ params, query }, response) => {
    const { headCommit, base, merged } = pulls[Number(params.number) - 1];
    const tip = merged
      ? repository.commits.get(merged.commit)!.parents[0]
      : repository.branches.get(base)!;
    const from = repository.mergeBase(tip, headCommit);
    const paths = repository.changedPaths(from, headCommit);
    const page = Number(query.page);
    const size = Number(query.per_page);
    response.json(
      paths
        .slice((page - 1) * size, page * size)
        .map(filename => ({ filename })),
    );
  });
}

function addCommits(
  app: Express,
  repository: FakeRepository,
  host: string,
): void {
  app.get(`${api}/commits`, ({ query }, response) =>
    response.json(
      repository
        .recentCommits(Number(query.per_page))
        .map(({ id, at, author, message, parents }) => ({
          sha: id,
          html_url: `https://${host}/platform/gitops/commit/${id}`,
          author: null,
          commit: {
            message: `${message}\n\nMore.`,
            author,
            committer: { ...author, date: at },
          },
          parents: parents.map(sha => ({ sha })),
        })),
    ),
  );
  app.get(`${api}/commits/:sha`, ({ params, query }, response) => {
    const [page, size] = [Number(query.page), Number(query.per_page)];
    const paths = repository.pathsOf(params.sha);
    response.json({
      files: paths
        .slice((page - 1) * size, page * size)
        .map(filename => ({ filename })),
    });
  });
}

function refuse(response: Response, status: number, message: string) {
  return response
    .status(status)
    .json({ message, documentation_url: 'https://docs.github.com/rest' });
}
