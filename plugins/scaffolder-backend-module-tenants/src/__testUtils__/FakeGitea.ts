import { createHash } from 'node:crypto';
import { http, HttpResponse, JsonBodyType, RequestHandler } from 'msw';

/** A pull request that the fake holds. */
export interface FakePullRequest {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  head: string;
  base: string;
}

interface Operation {
  operation: 'create' | 'update';
  path: string;
  content: string;
  sha?: string;
}

interface CommitBody {
  branch: string;
  new_branch?: string;
  message: string;
  author: { name: string; email: string };
  files: Operation[];
}

export const giteaUrl = 'https://gitea.example.com';
export const registryUrl = `${giteaUrl}/platform/gitops/src/branch/main/`;

const api = `${giteaUrl}/api/v1/repos/platform/gitops`;

/**
 * The part of Gitea's API that proposing a change uses, with its own memory and Gitea's answers.
 */
export class FakeGitea {
  /** Content by path, by branch. */
  readonly branches = new Map([['main', new Map<string, string>()]]);
  readonly pullRequests: FakePullRequest[] = [];
  readonly commits: CommitBody[] = [];
  /** `Authorization` of every request. */
  readonly authorizations = new Set<string | null>();

  handlers(): RequestHandler[] {
    return [
      http.all(`${api}/*`, ({ request }) => {
        this.authorizations.add(request.headers.get('authorization'));
      }),
      http.get(`${api}/contents/*`, ({ request, params }) =>
        this.#list(
          new URL(request.url).searchParams.get('ref')!,
          String(params[0]),
        ),
      ),
      http.post<{}, CommitBody>(`${api}/contents`, async ({ request }) =>
        this.#commit(await request.json()),
      ),
      http.delete(`${api}/branches/*`, ({ params }) =>
        this.branches.delete(String(params[0]))
          ? new HttpResponse(null, { status: 204 })
          : refuse(404, 'branch not found'),
      ),
      http.get(`${api}/pulls`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        const open = this.pullRequests.filter(({ state }) => state === 'open');
        return answer(searchParams.get('page') === '1' ? open.map(toJson) : []);
      }),
      http.post<{}, FakePullRequest>(`${api}/pulls`, async ({ request }) =>
        this.#open(await request.json()),
      ),
      http.patch<{ number: string }, FakePullRequest>(
        `${api}/pulls/:number`,
        async ({ request, params }) => {
          const pullRequest = this.pullRequests[Number(params.number) - 1];
          return answer(
            toJson(Object.assign(pullRequest, await request.json())),
            201,
          );
        },
      ),
    ];
  }

  #list(ref: string, folder: string) {
    const files = [...(this.branches.get(ref) ?? [])].filter(
      ([path]) => path.slice(0, path.lastIndexOf('/')) === folder,
    );
    return files.length === 0
      ? refuse(404, 'object does not exist')
      : answer(
          files.map(([path, content]) => ({
            path,
            type: 'file',
            sha: blobOf(content),
          })),
        );
  }

  #commit(body: CommitBody) {
    const target = body.new_branch ?? body.branch;
    if (body.new_branch && this.branches.has(target)) {
      return refuse(409, 'branch already exists');
    }
    const files = new Map(this.branches.get(body.branch));
    for (const { operation, path, content, sha } of body.files) {
      const current = files.get(path);
      if ((operation === 'create') !== (current === undefined)) {
        return refuse(422, `${operation} does not apply to ${path}`);
      }
      if (current !== undefined && sha !== blobOf(current)) {
        return refuse(422, `sha does not match for ${path}`);
      }
      files.set(path, Buffer.from(content, 'base64').toString('utf8'));
    }
    this.branches.set(target, files);
    this.commits.push(body);
    return answer({}, 201);
  }

  #open(body: FakePullRequest) {
    if (!this.branches.has(body.head)) {
      return refuse(404, 'head branch does not exist');
    }
    const number = this.pullRequests.length + 1;
    this.pullRequests.push({ ...body, number, state: 'open' });
    return answer(toJson(this.pullRequests[number - 1]), 201);
  }
}

function toJson({ head, base, ...pullRequest }: FakePullRequest) {
  return {
    ...pullRequest,
    html_url: `${giteaUrl}/platform/gitops/pulls/${pullRequest.number}`,
    head: { ref: head },
    base: { ref: base },
  };
}

function answer(body: JsonBodyType, status = 200) {
  return HttpResponse.json(body, { status });
}

function refuse(status: number, message: string) {
  return answer({ message, url: `${giteaUrl}/api/swagger` }, status);
}

function blobOf(content: string): string {
  const { byteLength } = Buffer.from(content);
  return createHash('sha1')
    .update(`blob ${byteLength}\0${content}`)
    .digest('hex');
}
