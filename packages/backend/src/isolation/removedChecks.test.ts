import { Check, checks } from './__testUtils__/embedded/checks';
import {
  IsolationWorld,
  newNotification,
} from './__testUtils__/embedded/IsolationWorld';
import {
  Finding,
  walkRunningPortal,
} from './__testUtils__/running/walkRunningPortal';
import { countLeaks } from './__testUtils__/walk/countLeaks';
import { pluginOf } from './__testUtils__/walk/describedRoutes';
import { Leak } from './__testUtils__/walk/walk';

jest.setTimeout(600_000);

describe('The walk', () => {
  let world: IsolationWorld;

  beforeAll(async () => {
    world = await IsolationWorld.start({ removableChecks: true });
  });

  afterAll(async () => {
    await world?.stop();
  });

  /** Asks the plugins of which something leaks. */
  function walkFor({ as = 'other', leaks }: Pick<Check, 'as' | 'leaks'>) {
    const plugins = leaks.map(leak => pluginOf(leak.split(' ')[1] ?? ''));
    return world.walk(world.tokens[as], names =>
      world.probes
        .reading(names)
        .filter(({ path }) => plugins.includes(pluginOf(path))),
    );
  }

  const routesOf = (leaks: Leak[]) => leaks.map(({ route }) => route);

  it('asks the route of a new plugin, which nobody described', async () => {
    const leaks = ['GET /api/leaky/v1/reports/:report'];
    expect(routesOf(await walkFor({ leaks }))).toEqual(
      expect.arrayContaining(leaks),
    );
  });

  it('tells an operator who learns what in a running portal', async () => {
    const { portal, tokens } = world;
    const findings: Finding[] = [];
    const isTight = await walkRunningPortal(
      {
        url: portal.url,
        clientToken: tokens.owner,
        otherToken: tokens.other,
        plugins: [],
      },
      await portal.mountedRoutes(),
      finding => findings.push(finding),
    );
    expect(isTight).toBe(false);
    const leaking = findings.filter(({ leaks }) => leaks.length > 0);
    expect(leaking.map(({ who }) => who)).toEqual(['another client']);
    expect([
      ...new Set(leaking.flatMap(({ leaks }) => routesOf(leaks))),
    ]).toEqual(['GET /api/leaky/v1/reports/:report']);
  });

  it.each(checks.map((check): [string, Check] => [check.name, check]))(
    'notices when it is no longer so that %s',
    async (name, check) => {
      const before = await routesThatLeak(check);
      expect(check.leaks.filter(leak => before.includes(leak))).toEqual([]);
      await world.portal.removeCheck(name);
      const leaking = await routesThatLeak(check);
      await world.portal.removeCheck();
      expect(leaking).toEqual(expect.arrayContaining(check.leaks));
    },
  );

  async function routesThatLeak(check: Check): Promise<string[]> {
    const { portal, tokens } = world;
    if (check.leaks.includes('signals')) {
      return (await otherHears()) ? ['signals'] : [];
    }
    return routesOf([
      ...(await walkFor(check)),
      ...(await countLeaks(portal.url, tokens.other)),
    ]);
  }

  async function otherHears(): Promise<boolean> {
    const [heard] = await world.heardBy([world.tokens.other]);
    return heard.includes(newNotification);
  }
});
