import { Observation } from '@tenantry/plugin-tenants-node';
import { ServerBook, ServerState } from '../collector';
import { binding } from '../status/__testUtils__';
import { ObservationBoard } from './ObservationBoard';

const startedAt = new Date('2026-01-01T00:00:00.000Z');
const key = 'acme-01/devnet';
const at = (minute: number) =>
  new Date(startedAt.getTime() + minute * 60_000).toISOString();

describe('ObservationBoard', () => {
  let servers: ServerBook;
  let board: ObservationBoard;

  beforeEach(() => {
    servers = new ServerBook();
    board = new ObservationBoard({
      sources: [{ id: 'one' }, { id: 'two' }],
      servers,
      startedAt,
    });
  });

  const observation = (minute: number): Observation => ({
    tenant: 'acme-01',
    environment: 'devnet',
    observedAt: at(minute),
    checks: [],
  });
  const hear = (minute: number, state: Partial<ServerState> = {}) =>
    servers.put(
      {
        source: 'one',
        server: 'devnet',
        connected: true,
        observedAt: at(minute),
        affected: [key],
        ...state,
      },
      at(minute),
    );
  const stateOf = (source: 'one' | 'two') =>
    board.statesOf(binding()).find(state => state.source === source)!;

  it('has a state for each source, before any report too', () => {
    board.put('one', observation(1), at(3));
    expect(board.statesOf(binding())).toEqual([
      {
        source: 'one',
        confirmedAt: at(1),
        heardAt: at(3),
        observation: observation(1),
      },
      { source: 'two', confirmedAt: at(0), heardAt: at(0) },
    ]);
  });

  it('lets a server that answers confirm what was reported before', () => {
    board.put('one', observation(1), at(1));
    hear(2);
    expect(stateOf('one')).toMatchObject({
      confirmedAt: at(2),
      heardAt: at(2),
    });
    expect(stateOf('two').confirmedAt).toBe(at(0));
  });

  it('does not let it confirm what was never reported', () => {
    hear(2);
    expect(stateOf('one')).toMatchObject({
      confirmedAt: at(0),
      heardAt: at(0),
    });
  });

  it('notes a server that is lost for whom it is, and for that source alone', () => {
    hear(1, { connected: false, message: 'down' });
    const disconnected = { server: 'devnet', message: 'down' };
    expect(stateOf('one')).toMatchObject({ disconnected });
    expect(stateOf('two').disconnected).toBeUndefined();
    expect(
      board.statesOf(binding({ tenant: 'globex-01' }))[0].disconnected,
    ).toBeUndefined();
    hear(2);
    expect(stateOf('one').disconnected).toBeUndefined();
  });

  it('stays disconnected until every server that is needed answers', () => {
    hear(1, { server: 'hub', connected: false });
    hear(1, { connected: false });
    hear(2);
    expect(stateOf('one').disconnected?.server).toBe('hub');
  });

  it('tells which sources are silent, where servers speak for them too', () => {
    const silentSince = (minute: number) =>
      board.silentSince(binding(), new Date(at(minute)));
    expect(silentSince(0)).toEqual([]);
    expect(silentSince(1)).toEqual(['one', 'two']);
    board.put('one', observation(1), at(1));
    board.put('two', observation(1), at(2));
    expect(silentSince(1)).toEqual([]);
    expect(silentSince(2)).toEqual(['one']);
    hear(2);
    expect(silentSince(2)).toEqual([]);
  });

  it('forgets tenant environments that are gone, and knows only its sources', () => {
    board.put('one', observation(1), at(1));
    board.put('three', observation(1), at(1));
    board.forget(key);
    expect(board.statesOf(binding())).toEqual([
      { source: 'one', confirmedAt: at(0), heardAt: at(0) },
      { source: 'two', confirmedAt: at(0), heardAt: at(0) },
    ]);
  });

  it('leaves out a source that has nothing to do with the tenant environment', () => {
    board = new ObservationBoard({
      sources: [
        { id: 'one' },
        { id: 'two', concerns: ({ tenant }) => tenant === 'globex-01' },
      ],
      servers,
      startedAt,
    });
    board.put('two', observation(1), at(1));
    const sourcesOf = (tenant: string) =>
      board.statesOf(binding({ tenant })).map(({ source }) => source);
    expect(sourcesOf('acme-01')).toEqual(['one']);
    expect(sourcesOf('globex-01')).toEqual(['one', 'two']);
  });
});
