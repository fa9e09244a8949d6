import { Express, Response } from 'express';
import { blobOf } from '../change/planOperations';
import { FakeFile, FakePullRequest, FakeRepository } from './FakeRepository';
import { FakeServer, token } from './FakeServer';
import { fakeWorld, FakeWorld } from './World';

interface Operation {
  operation: 'create' | 'update' | 'delete';
  path: string;
  content?: string;
  sha?: string;
}

const api = '/api/v1/repos/platform/gitops';

/** Starts the part of Gitea's API that the forge uses, with Gitea's answers. */
export async function startFakeGitea(
  files: Record<string, string>,
): Promise<FakeWorld> {
  const repository = new FakeRepository(files);
  const server = new FakeServer();
  const host = await server.start((app, address) => {
    app.use((request, response, next) =>
      request.get('authorization') === `token ${token}`
        ? next()
        : refuse(response, 401, 'user does not exist'),
    );
    addContents(app, repository);
    addBranches(app, repository);
    addPulls(app, repository, address);
    addCommits(app, repository, address);
  });
  const baseUrl = `http://${host}`;
  return {
    ...fakeWorld(repository, server),
    registryUrl: `${baseUrl}/platform/gitops/src/branch/main/`,
    integrations: { gitea: [{ host, baseUrl, password: token }] },
  };
}

function addContents(app: Express, repository: FakeRepository): void {
  app.get(`${api}/contents/*`, ({ params, query }, response) => {
    const path = String((params as Record<string, string>)[0]);
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
      : refuse(response, 404, 'object does not exist');
  });
  app.post(`${api}/contents`, ({ body }, response) => {
    const target = body.new_branch ?? body.branch;
    if (body.new_branch && repository.branches.has(target)) {
      return refuse(response, 422, `branch already exists [name: ${target}]`);
    }
    const parent = repository.resolve(body.branch)!;
    const tree = new Map(parent.tree);
    for (const operation of body.files as Operation[]) {
      const problem = apply(tree, operation);
      if (problem) {
        return refuse(response, 422, problem);
      }
    }
    const { message, author } = body;
    const parents = [parent.id];
    const commit = repository.addCommit({ parents, tree, message, author });
    repository.setBranch(target, commit.id);
    return response.status(201).json({});
  });
}

function apply(
  tree: Map<string, FakeFile>,
  { operation, path, content = '', sha }: Operation,
): string | undefined {
  const file = tree.get(path);
  if (operation === 'create' && file) {
    return `repository file already exists [path: ${path}]`;
  }
  if (operation !== 'create' && sha !== (file && blobOf(file.content))) {
    return `sha does not match [given: ${sha}]`;
  }
  if (operation === 'delete') {
    tree.delete(path);
  } else {
    const text = Buffer.from(content, 'base64').toString('utf8');
    tree.set(path, { content: text, mode: file?.mode ?? '100644' });
  }
  return undefined;
}

function entry(path: string, content: string) {
  return { path, type: 'file', sha: blobOf(content) };
}

function addBranches(app: Express, repository: FakeRepository): void {
  app.get(`${api}/branches/*`, ({ params }, response) => {
    const id = repository.branches.get((params as Record<string, string>)[0]);
    return id
      ? response.json({ commit: { id } })
      : refuse(response, 404, 'branch does not exist');
  });
  app.delete(`${api}/branches/*`, ({ params }, response) =>
    repository.removeBranch((params as Record<string, string>)[0])
      ? response.status(204).end()
      : refuse(response, 404, 'branch does not exist'),
  );
  app.get(`${api}/compare/*`, ({ params }, response) => {
    const [base, head] = (params as Record<string, string>)[0]
      .split('...')
      .map(ref => repository.resolve(ref)!.id);
    response.json({ total_commits: repository.missing(base, head).length });
  });
}

function addPulls(
  app: Express,
  repository: FakeRepository,
  host: string,
): void {
  const { pulls } = repository;
  const baseOf = ({ merged, base, headCommit }: FakePullRequest) =>
    repository.mergeBase(
      merged
        ? repository.commits.get(merged.commit)!.parents[0]
        : repository.branches.get(base)!,
      headCommit,
    );
  const toJson = (pull: FakePullRequest) => ({
    number: pull.number,
    html_url: `http://${host}/platform/gitops/pulls/${pull.number}`,
    title: pull.title,
    body: pull.description,
    user: { login: 'portal' },
    state: pull.state,
    merged: Boolean(pull.merged),
    created_at: pull.openedAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.commit ?? null,
    merge_base: baseOf(pull),
    head: { ref: pull.head, sha: pull.headCommit },
    base: { ref: pull.base, sha: repository.branches.get(pull.base) },
  });

  app.get(`${api}/pulls`, ({ query }, response) => {
    if (query.state === 'all' && query.sort === 'recentupdate') {
      const recent = repository.recentPulls().slice(0, Number(query.limit));
      return response.json(recent.map(toJson));
    }
    const open = pulls.filter(({ state }) => state === query.state);
    return response.json(query.page === '1' ? open.map(toJson) : []);
  });
  app.post(`${api}/pulls`, ({ body }, response) => {
    if (!repository.branches.has(body.head)) {
      return refuse(response, 404, 'head branch does not exist');
    }
    if (repository.findOpen(body.head, body.base)) {
      return refuse(response, 409, 'pull request already exists');
    }
    const pull = repository.openPull({ ...body, description: body.body });
    return response.status(201).json(toJson(pull));
  });
  app.patch(`${api}/pulls/:number`, ({ params, body }, response) => {
    const pull = pulls[Number(params.number) - 1];
    pull.title = body.title;
    pull.description = body.body;
    response.status(201).json(toJson(pull));
  });
  app.get(`${api}/pulls/:number`, ({ params }, response) => {
    const pull = pulls[Number(params.number) - 1];
    return pull
      ? response.json(toJson(pull))
      : refuse(response, 404, 'pull request does not exist');
  });
  app.get(`${api}/pulls/:number/files`, ({ params, query }, response) => {
    const pull = pulls[Number(params.number) - 1];
    const [page, size] = [Number(query.page), Number(query.limit)];
    response.json(
      repository
        .changedPaths(baseOf(pull), pull.headCommit)
        .slice((page - 1) * size, page * size)
        .map(filename => ({ filename })),
    );
  });
  app.post(`${api}/pulls/:number/update`, ({ params }, response) => {
    const pull = pulls[Number(params.number) - 1];
    const base = repository.branches.get(pull.base)!;
    const tree = repository.mergedTree(pull.headCommit, base);
    if (!tree) {
      return refuse(response, 409, 'merge failed because of conflict');
    }
    const { id } = repository.addCommit({
      parents: [pull.headCommit, base],
      tree,
      message: 'Merge',
      author: { name: 'portal', email: 'portal@example.com' },
    });
    repository.setBranch(pull.head, id);
    return response.status(200).end();
  });
}

function addCommits(
  app: Express,
  repository: FakeRepository,
  host: string,
): void {
  app.get(`${api}/commits`, ({ query }, response) =>
    response.json(
      repository.recentCommits(Number(query.limit)).map(commit => ({
        sha: commit.id,
        html_url: `http://${host}/platform/gitops/commit/${commit.id}`,
        created: commit.at,
        author: null,
        commit: {
          message: `${commit.message}\n\nMore.`,
          author: commit.author,
        },
        parents: commit.parents.map(sha => ({ sha })),
        files: null,
      })),
    ),
  );
  app.get(`${api}/git/commits/:sha`, ({ params }, response) => {
    const paths = repository.pathsOf(params.sha);
    response.json({ files: paths.map(filename => ({ filename })) });
  });
}

function refuse(response: Response, status: number, message: string) {
  return response.status(status).json({ message });
}
