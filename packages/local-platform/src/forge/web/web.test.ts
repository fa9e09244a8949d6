import {
  create,
  end,
  openPullRequest,
  startTestForge,
  TestForge,
} from '../__testUtils__/startTestForge';

const root = '/platform/gitops';
const attack = '<img src=x onerror=alert(1)>';

describe('web pages', () => {
  let forge: TestForge;

  beforeEach(async () => {
    forge = await startTestForge({ portalUrl: 'http://localhost:7007' });
  });

  afterEach(async () => {
    await end(forge);
  });

  const page = (path: string) => forge.get(`${root}${path}`);

  it('leads from the start page to the files of the default branch', async () => {
    const start = await forge.get('/');
    const { status, text, headers } = await page('');

    expect(start.status).toBe(302);
    expect(start.headers.get('location')).toBe(root);
    expect(status).toBe(200);
    expect(text).toContain(`href="${root}/src/branch/main/clients"`);
    expect(text).toContain(`git clone ${forge.url}${root}.git`);
    expect(headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  it('shows folders and files at the addresses of Gitea', async () => {
    const { revision } = await forge.readTree();
    await forge.api('/branches', {
      body: { new_branch_name: 'with/slash', old_ref_name: 'main' },
    });

    for (const ref of [
      'branch/main',
      'branch/with/slash',
      `commit/${revision}`,
    ]) {
      const folder = await page(`/src/${ref}/clients/acme-01/`);
      const file = await page(`/src/${ref}/clients/acme-01/client.yaml`);
      expect(folder.text).toContain('client.yaml</a>');
      expect(file.text).toContain('title: Acme');
    }
  });

  it.each([
    '/src/branch/missing/',
    '/src/branch/main/missing.yaml',
    '/src/commit/main/platform.yaml',
    `/commit/${'a'.repeat(40)}`,
    '/commits/branch/missing',
    '/pulls/99',
    '/pulls/x',
    '/unknown',
  ])('answers 404 to %s with a page', async path => {
    const { status, text } = await page(path);

    expect(status).toBe(404);
    expect(text).toContain('<h1>Not found</h1>');
  });

  it('refuses tricky paths', async () => {
    const { status } = await page('/src/branch/main/..%2f..%2fHEAD');

    expect(status).toBe(422);
  });

  it("takes Backstage's edit links to the file", async () => {
    const { status, headers } = await page('/_edit/main/platform.yaml');

    expect(status).toBe(302);
    expect(headers.get('location')).toBe(
      `${root}/src/branch/main/platform.yaml`,
    );
  });

  it('shows the history and single commits', async () => {
    await forge.api('/contents', {
      body: {
        message: 'Add a file\n\nBecause.',
        files: [create('new', 'x\n')],
      },
    });
    const { revision } = await forge.readTree();

    const history = await page('/commits/branch/main');
    const commit = await page(`/commit/${revision}`);

    expect(history.text).toContain('Add a file');
    expect(history.text).toContain('Lay out the platform');
    expect(commit.text).toContain('Because.');
    expect(commit.text).toContain('1 file');
  });

  it('lists pull requests by state', async () => {
    const number = await openPullRequest(forge, { branch: 'one' });

    const open = await page('/pulls');
    const closed = await page('/pulls?state=closed');

    expect(open.text).toContain(`href="${root}/pulls/${number}"`);
    expect(closed.text).toContain('No pull request is closed.');
  });

  it('renders the description and comments from Markdown', async () => {
    const number = await openPullRequest(forge, {
      branch: 'one',
      body: '| a | b |\n| --- | --- |\n| **c** | `d` |\n',
    });
    await forge.api(`/issues/${number}/comments`, { body: { body: '_Hm_' } });

    const { text } = await page(`/pulls/${number}`);

    expect(text).toContain('<strong>c</strong>');
    expect(text).toContain('<em>Hm</em>');
    expect(text).toContain('files/one');
  });

  it('shows markup in titles, descriptions, file names and contents as text', async () => {
    const name = `a${attack.replace(/[\\]/g, '')}.yaml`;
    const number = await openPullRequest(forge, {
      branch: 'attack',
      title: `Title ${attack}`,
      body: `${attack}\n\n[link](javascript:alert(1))\n\n![image](http://example.com/x.png)`,
      files: [create(name, `${attack}\n`)],
    });
    await forge.api(`/issues/${number}/comments`, { body: { body: attack } });
    const { revision } = await forge.readTree('attack');

    const pages = await Promise.all([
      page(`/pulls/${number}`),
      page('/pulls'),
      page('/src/branch/attack/'),
      page(`/src/branch/attack/${encodeURIComponent(name)}`),
      page(`/commit/${revision}`),
      page('/commits/branch/attack'),
      page(`/src/branch/${encodeURIComponent(attack)}/`),
    ]);

    for (const { text } of pages) {
      expect(text).not.toMatch(/<img|<script|href="javascript:/i);
    }
    expect(pages[0].text).toContain('&lt;img');
  });

  describe('the merge button', () => {
    const field = (text: string, name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

    async function submit(
      number: number,
      overrides: { token?: string; headers?: Record<string, string> } = {},
    ) {
      const { text } = await page(`/pulls/${number}`);
      const body = new URLSearchParams({
        token: overrides.token ?? field(text, 'token'),
        head: field(text, 'head'),
      });
      return forge.get(`${root}/pulls/${number}/merge`, {
        method: 'POST',
        headers: overrides.headers ?? { Origin: forge.url },
        body,
      });
    }

    it('merges as the operator, says what happens next and deletes the branch', async () => {
      const number = await openPullRequest(forge, { branch: 'one' });

      const answer = await submit(number);

      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`${root}/pulls/${number}`);
      const { text } = await page(`/pulls/${number}`);
      expect(text).toContain('What happens next');
      expect(text).toContain('href="http://localhost:7007"');
      expect(text).not.toContain('<button');
      expect(forge.pushes.at(-1)).toMatchObject({ pusher: 'operator' });
      await expect(forge.readTree('one')).rejects.toThrow();
    });

    it.each([
      ['a wrong token', { token: 'a'.repeat(64) }],
      ['another origin', { headers: { Origin: 'http://evil.example.com' } }],
      ['no origin', { headers: {} }],
      ['another site', { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    ])('refuses %s', async (_, overrides) => {
      const number = await openPullRequest(forge, { branch: 'one' });

      const { status } = await submit(number, overrides);

      expect(status).toBe(403);
      const { json } = await forge.api(`/pulls/${number}`);
      expect(json.merged).toBe(false);
    });

    it('is not there for a conflict, which the page names', async () => {
      const { json } = await forge.api('/contents/platform.yaml');
      const update = (text: string) => ({
        ...create('platform.yaml', text),
        operation: 'update',
        sha: json.sha,
      });
      const number = await openPullRequest(forge, {
        branch: 'theirs',
        files: [update('theirs\n')],
      });
      await forge.api('/contents', { body: { files: [update('ours\n')] } });

      const { text } = await page(`/pulls/${number}`);

      expect(text).toContain('It cannot be merged');
      expect(text).toContain('<li>platform.yaml</li>');
      expect(text).not.toContain('<button');
    });

    it('does not merge commits that came after the page was opened', async () => {
      const number = await openPullRequest(forge, { branch: 'one' });
      const { text } = await page(`/pulls/${number}`);
      await forge.api('/contents', {
        body: { branch: 'one', files: [create('later', 'x')] },
      });

      const { status } = await forge.get(`${root}/pulls/${number}/merge`, {
        method: 'POST',
        headers: { Origin: forge.url },
        body: new URLSearchParams({
          token: field(text, 'token'),
          head: field(text, 'head'),
        }),
      });

      expect(status).toBe(409);
    });
  });

  it('shows a long diff and a binary file as what they are', async () => {
    const long = `${'line\n'.repeat(250_000)}`;
    const number = await openPullRequest(forge, {
      branch: 'long',
      files: [create('long', long), create('binary', '\u0000')],
    });

    const pull = await page(`/pulls/${number}`);
    const file = await page('/src/branch/long/binary');

    expect(pull.text).toContain('The diff is too long to show here.');
    expect(file.text).toContain('This file is binary or too long.');
  });
});
