import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeWith } from './__testUtils__/realServers';

const root = resolve(__dirname, '../../..');
const filesOf = (folder: string) =>
  readdirSync(resolve(root, folder)).map(name => resolve(root, folder, name));
const rules = filesOf('deploy/prometheus/rules');
const tests = filesOf('deploy/prometheus/tests');

function promtool(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('promtool', args, {
    encoding: 'utf8',
  });
  return status === 0 ? 'ok' : stdout + stderr;
}

describe('the shipped rules', () => {
  const runbooks = rules.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/^ +runbook: (.*)$/gm)].map(
      ([, slug]) => slug,
    ),
  );

  it('have a runbook for every alert', () => {
    const alerts = rules.flatMap(file => [
      ...readFileSync(file, 'utf8').matchAll(/^ +- alert: /gm),
    ]);
    expect(runbooks).toHaveLength(alerts.length);
  });

  it.each([...new Set(runbooks)])(
    'name the runbook %s, which is there',
    slug => {
      expect(existsSync(resolve(root, `docs/runbooks/${slug}.md`))).toBe(true);
    },
  );

  describeWith('promtool')('for promtool', () => {
    it('are rules', () => {
      expect(promtool('check', 'rules', ...rules)).toBe('ok');
    });

    it('fire when they should, and only then', () => {
      expect(promtool('test', 'rules', ...tests)).toBe('ok');
    });
  });
});
