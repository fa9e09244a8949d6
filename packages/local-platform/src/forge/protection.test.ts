import {
  create,
  end,
  portalToken,
  startTestForge,
  TestForge,
} from './__testUtils__/startTestForge';

describe('the protected default branch', () => {
  let forge: TestForge;

  beforeAll(async () => {
    forge = await startTestForge({ pushers: ['operator'] });
  });
  afterAll(() => end(forge));

  it('takes no direct commit from others through the API', async () => {
    const files = [create('direct.yaml', 'a: 1\n')];

    const refused = await forge.api('/contents', { body: { files } });
    const named = await forge.api('/contents', {
      body: { branch: 'other', new_branch: 'main', files },
    });

    for (const { status, json } of [refused, named]) {
      expect(status).toBe(403);
      expect(json.message).toBe(
        'Not allowed to push to protected branch main [user: portal]',
      );
    }
    expect(forge.pushes).toEqual([]);
  });

  it('takes no push from others, and one from who may', async () => {
    const clone = await forge.clone();
    await forge.git(['commit', '--quiet', '--allow-empty', '-m', 'x'], clone);
    const portal = `${forge.url.replace(
      '://',
      `://portal:${portalToken}@`,
    )}/platform/gitops.git`;

    await expect(
      forge.git(['push', portal, 'HEAD:other', 'HEAD:main'], clone),
    ).rejects.toThrow('403');
    expect(forge.pushes).toEqual([]);

    await forge.git(['push', '--quiet', 'origin', 'HEAD:main'], clone);
    expect(forge.pushes).toMatchObject([
      { branch: 'main', pusher: 'operator' },
    ]);
  });

  it('lets others propose and merge', async () => {
    await forge.api('/contents', {
      body: { new_branch: 'proposed', files: [create('proposed', 'x')] },
    });
    const opened = await forge.api('/pulls', {
      body: { head: 'proposed', base: 'main', title: 'Propose' },
    });

    const merged = await forge.api(`/pulls/${opened.json.number}/merge`, {
      body: { Do: 'merge' },
    });

    expect(merged.status).toBe(200);
  });

  it('is told by the API', async () => {
    const branch = await forge.api('/branches/main');
    const rules = await forge.api('/branch_protections');
    const rule = await forge.api('/branch_protections/main');
    const none = await forge.api('/branch_protections/other');

    expect(branch.json).toMatchObject({
      protected: true,
      effective_branch_protection_name: 'main',
    });
    expect(rules.json).toEqual([rule.json]);
    expect(rule.json).toMatchObject({
      rule_name: 'main',
      push_whitelist_usernames: ['operator'],
    });
    expect(none.status).toBe(404);
  });
});
