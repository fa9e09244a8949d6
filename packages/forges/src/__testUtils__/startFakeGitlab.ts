import { Express, Response } from 'express';
import { blobOf } from '../change/planOperations';
import { FakeFile, FakePullRequest, FakeRepository } from './FakeRepository';
import { FakeServer, token } from './FakeServer';
import { fakeWorld, FakeWorld } from './World';

interface Action {
  action: 'create' | 'update' | 'delete' | 'chmod';
  file_path: string;
  content?: string;
  execute_filemode?: boolean;
}

const api = '/api/v4/projects/platform%2Fgitops';

/** Starts the part of GitLab's API that the forge uses, with GitLab's answers. */
export async function startFakeGitlab(
  files: Record<string, string>,
): Promise<FakeWorld> {
  const repository = new FakeRepository(files);
  const server = new FakeServer();
  const host = await server.start((app, address) => {
    app.use((request, response, next) =>
      [request.get('private-token'), request.get('authorization')].some(given =>
        given?.endsWith(token),
      )
        ? next()
        : refuse(response, 401, '401 Unauthorized'),
    );
    addRepository(app, repository);
    addMergeRequests(app, repository, address);
    addCommits(app, repository, address);
  });
  const baseUrl = `http://${host}`;
  return {
    ...fakeWorld(repository, server),
    registryUrl: `${baseUrl}/platform/gitops/-/tree/main/`,
    integrations: {
      gitlab: [{ host, apiBaseUrl: `${baseUrl}/api/v4`, baseUrl, token }],
    },
  };
}

function addRepository(app: Express, repository: FakeRepository): void {
  const { branches } = repository;

  app.get(`${api}/repository/branches/:name`, ({ params }, response) => {
    const id = branches.get(params.name);
    return id
      ? response.json({ name: params.name, commit: { id } })
      : refuse(response, 404, '404 Branch Not Found');
  });
  app.delete(`${api}/repository/branches/:name`, ({ params }, response) =>
    repository.removeBranch(params.name)
      ? response.status(204).end()
      : refuse(response, 404, '404 Branch Not Found'),
  );
  app.get(`${api}/repository/tree`, ({ query }, response) => {
    const tree = repository.resolve(String(query.ref))?.tree ?? new Map();
    const [page, size] = [Number(query.page), Number(query.per_page)];
    const entries = [...tree].filter(
      ([path]) => path.slice(0, path.lastIndexOf('/')) === query.path,
    );
    return entries.length === 0
      ? refuse(response, 404, '404 Tree Not Found')
      : response.json(
          entries
            .slice((page - 1) * size, page * size)
            .map(([path, { content, mode }]) => ({
              id: blobOf(content),
              path,
              type: 'blob',
              mode,
            })),
        );
  });
  app.get(`${api}/repository/files/:path`, ({ params, query }, response) => {
    const file = repository.resolve(String(query.ref))?.tree.get(params.path);
    return file
      ? response.json({
          file_path: params.path,
          blob_id: blobOf(file.content),
          execute_filemode: file.mode === '100755',
          content: Buffer.from(file.content).toString('base64'),
        })
      : refuse(response, 404, '404 File Not Found');
  });
  app.get(`${api}/repository/merge_base`, ({ query }, response) => {
    const refs = query.refs as string[];
    const [left, right] = refs.map(ref => repository.resolve(ref)!.id);
    response.json({ id: repository.mergeBase(left, right) });
  });
  app.post(`${api}/repository/commits`, ({ body }, response) => {
    if (branches.has(body.branch) && !body.force) {
      return refuse(response, 400, 'A branch with this name already exists');
    }
    const tree = new Map(repository.resolve(body.start_sha)!.tree);
    for (const action of body.actions as Action[]) {
      const problem = apply(tree, action);
      if (problem) {
        return refuse(response, 400, problem);
      }
    }
    const { id } = repository.addCommit({
      parents: [body.start_sha],
      tree,
      message: body.commit_message,
      author: { name: body.author_name, email: body.author_email },
    });
    repository.setBranch(body.branch, id);
    return response.status(201).json({ id });
  });
}

function apply(tree: Map<string, FakeFile>, action: Action) {
  const { file_path: path, content = '' } = action;
  const file = tree.get(path);
  if ((action.action === 'create') === (file !== undefined)) {
    return file
      ? 'A file with this name already exists'
      : "A file with this name doesn't exist";
  }
  if (action.action === 'delete') {
    tree.delete(path);
  } else if (action.action === 'chmod') {
    const mode = action.execute_filemode ? '100755' : '100644';
    tree.set(path, { ...file!, mode });
  } else {
    const text = Buffer.from(content, 'base64').toString('utf8');
    tree.set(path, { content: text, mode: file?.mode ?? '100644' });
  }
  return undefined;
}

function addMergeRequests(
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
    iid: pull.number,
    web_url: `http://${host}/platform/gitops/-/merge_requests/${pull.number}`,
    title: pull.title,
    description: pull.description,
    author: { username: 'portal' },
    source_branch: pull.head,
    target_branch: pull.base,
    state: stateOf(pull),
    created_at: pull.openedAt,
    updated_at: pull.updatedAt,
    closed_at: pull.merged ? null : pull.closedAt,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.commit ?? null,
    squash_commit_sha: null,
    sha: pull.headCommit,
    diff_refs: { base_sha: baseOf(pull), head_sha: pull.headCommit },
  });

  app.get(`${api}/merge_requests`, ({ query }, response) => {
    if (query.state === 'all' && query.order_by === 'updated_at') {
      const recent = repository.recentPulls().slice(0, Number(query.per_page));
      return response.json(recent.map(toJson));
    }
    const open = repository.findOpen(
      String(query.source_branch),
      String(query.target_branch),
    );
    return response.json(
      open && query.state === 'opened' ? [toJson(open)] : [],
    );
  });
  app.post(`${api}/merge_requests`, ({ body }, response) => {
    if (repository.findOpen(body.source_branch, body.target_branch)) {
      return refuse(response, 409, 'Another open merge request already exists');
    }
    const pull = repository.openPull({
      title: body.title,
      description: body.description,
      head: body.source_branch,
      base: body.target_branch,
    });
    return response.status(201).json(toJson(pull));
  });
  app.put(`${api}/merge_requests/:number`, ({ params, body }, response) => {
    const pull = Object.assign(pulls[Number(params.number) - 1], body);
    response.json(toJson(pull));
  });
  app.get(`${api}/merge_requests/:number`, ({ params }, response) => {
    const pull = pulls[Number(params.number) - 1];
    return pull
      ? response.json(toJson(pull))
      : refuse(response, 404, '404 Not found');
  });
  app.get(`${api}/merge_requests/:number/diffs`, (request, response) => {
    const { params, query } = request;
    const pull = pulls[Number(params.number) - 1];
    const [page, size] = [Number(query.page), Number(query.per_page)];
    response.json(
      repository
        .changedPaths(baseOf(pull), pull.headCommit)
        .slice((page - 1) * size, page * size)
        .map(path => ({ old_path: path, new_path: path })),
    );
  });
}

function addCommits(
  app: Express,
  repository: FakeRepository,
  host: string,
): void {
  app.get(`${api}/repository/commits`, ({ query }, response) =>
    response.json(
      repository
        .recentCommits(Number(query.per_page))
        .map(({ id, at, author, message, parents }) => ({
          id,
          parent_ids: parents,
          web_url: `http://${host}/platform/gitops/-/commit/${id}`,
          title: message,
          author_name: author.name,
          committed_date: at,
        })),
    ),
  );
  app.get(`${api}/repository/commits/:id/diff`, (request, response) => {
    const { params, query } = request;
    const [page, size] = [Number(query.page), Number(query.per_page)];
    response.json(
      repository
        .pathsOf(params.id)
        .slice((page - 1) * size, page * size)
        .map(path => ({ old_path: path, new_path: path })),
    );
  });
}

function stateOf({ merged, state }: FakePullRequest): string {
  if (merged) {
    return 'merged';
  }
  return state === 'open' ? 'opened' : 'closed';
}

function refuse(response: Response, status: number, message: string) {
  return response.status(status).json({ message });
}
