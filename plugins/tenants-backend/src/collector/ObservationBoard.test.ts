import { Observation } from '@tenantry/plugin-tenants-node';
import { ObservationBoard } from './ObservationBoard';

const startedAt = new Date('2026-01-01T00:00:00.000Z');
const acme = { tenant: 'acme-01', environment: 'devnet' };
const globex = { tenant: 'globex-01', environment: 'devnet' };
const at = (minute: number) =>
  new Date(startedAt.getTime() + minute * 60_000).toISOString();

describe('ObservationBoard', () => {
  let board: ObservationBoard;
  let changes: string[];

  beforeEach(() => {
    board = new ObservationBoard({ sources: ['one', 'two'], startedAt });
    changes = [];
    board.onChange(keys => changes.push(...keys));
  });

  const observation = (minute: number): Observation => ({
    ...acme,
    observedAt: at(minute),
    checks: [],
  });
  const connectivity = (
    connected: boolean,
    minute: number,
    message?: string,
  ) => ({ server: 'devnet', connected, observedAt: at(minute), message });

  it('has a state for each source, before any report too', () => {
    board.sinkOf('one').report(observation(1));
    expect(board.statesOf('acme-01/devnet')).toEqual([
      { source: 'one', confirmedAt: at(1), observation: observation(1) },
      { source: 'two', confirmedAt: at(0), observation: undefined },
    ]);
    expect(changes).toEqual(['acme-01/devnet']);
  });

  it('lets a server that answers confirm what was reported before', () => {
    board.sinkOf('one').report(observation(1));
    board.sinkOf('one').reportConnectivity(connectivity(true, 2), [acme]);
    expect(board.statesOf('acme-01/devnet')[0].confirmedAt).toBe(at(2));
    expect(board.statesOf('acme-01/devnet')[1].confirmedAt).toBe(at(0));
  });

  it('does not let it confirm what was never reported', () => {
    board.sinkOf('one').reportConnectivity(connectivity(true, 2), [acme]);
    expect(board.statesOf('acme-01/devnet')[0].confirmedAt).toBe(at(0));
  });

  it('notes a server that is lost for whom it is, and for that source alone', () => {
    const { reportConnectivity } = board.sinkOf('one');
    reportConnectivity(connectivity(false, 1, 'down'), [acme]);
    const disconnected = { server: 'devnet', message: 'down' };
    expect(board.statesOf('acme-01/devnet')[0]).toMatchObject({ disconnected });
    expect(board.statesOf('acme-01/devnet')[1].disconnected).toBeUndefined();
    expect(board.statesOf('globex-01/devnet')[0].disconnected).toBeUndefined();

    reportConnectivity(connectivity(true, 2), [acme]);
    expect(board.statesOf('acme-01/devnet')[0].disconnected).toBeUndefined();
  });

  it('tells of a change only when there is one', () => {
    const { reportConnectivity } = board.sinkOf('one');
    reportConnectivity(connectivity(true, 1), [acme, globex]);
    reportConnectivity(connectivity(false, 2, 'down'), [acme]);
    reportConnectivity(connectivity(false, 3, 'down'), [acme]);
    expect(changes).toEqual(['acme-01/devnet']);
    reportConnectivity(connectivity(false, 4, 'refused'), [acme]);
    reportConnectivity(connectivity(true, 5), [acme]);
    expect(changes).toHaveLength(3);
  });

  it('stays disconnected until every server that is needed answers', () => {
    const { reportConnectivity } = board.sinkOf('one');
    reportConnectivity({ ...connectivity(false, 1), server: 'hub' }, [acme]);
    reportConnectivity(connectivity(false, 1), [acme]);
    reportConnectivity(connectivity(true, 2), [acme]);
    expect(board.statesOf('acme-01/devnet')[0].disconnected?.server).toBe(
      'hub',
    );
  });

  it('remembers when a server answered last', () => {
    board.sinkOf('one').reportConnectivity(connectivity(true, 1), []);
    board.sinkOf('one').reportConnectivity(connectivity(false, 2, 'down'), []);
    expect(board.servers()).toEqual([
      {
        source: 'one',
        server: 'devnet',
        connected: false,
        message: 'down',
        observedAt: at(2),
        answeredAt: at(1),
      },
    ]);
  });

  it('forgets tenant environments that are gone', () => {
    board.sinkOf('one').report(observation(1));
    board.sinkOf('one').reportConnectivity(connectivity(false, 1), [acme]);
    board.retain(new Set(['globex-01/devnet']));
    expect(board.statesOf('acme-01/devnet')[0]).toEqual({
      source: 'one',
      confirmedAt: at(0),
      observation: undefined,
    });
  });

  it('knows only the sources it was made for', () => {
    expect(() => board.sinkOf('three')).toThrow(/"three"/);
  });
});
