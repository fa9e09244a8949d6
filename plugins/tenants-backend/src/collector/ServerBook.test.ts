import { ServerBook } from './ServerBook';
import { ServerState } from './ServerState';

const heardAt = '2026-01-01T12:00:30.000Z';
const server = (overrides: Partial<ServerState> = {}): ServerState => ({
  source: 'kubernetes',
  server: 'devnet',
  connected: true,
  observedAt: '2026-01-01T12:00:00.000Z',
  affected: ['acme-01/devnet'],
  ...overrides,
});

describe('ServerBook', () => {
  let book: ServerBook;

  beforeEach(() => {
    book = new ServerBook();
  });

  it('says whose status changes when a server is lost, found, or lost otherwise', () => {
    const lost = { connected: false, message: 'down' };
    expect(book.put(server(), heardAt)).toEqual([]);
    expect(book.put(server(lost), heardAt)).toEqual(['acme-01/devnet']);
    expect(book.put(server(lost), heardAt)).toEqual([]);
    expect(
      book.put(server({ ...lost, message: 'refused' }), heardAt),
    ).toHaveLength(1);
    expect(book.put(server(), heardAt)).toHaveLength(1);
  });

  it('says whose status changes when others need a server that is lost', () => {
    const needed = (...affected: string[]) =>
      book.put(server({ connected: false, affected }), heardAt);
    expect(needed('acme-01/devnet')).toEqual(['acme-01/devnet']);
    expect(needed('globex-01/devnet').sort()).toEqual([
      'acme-01/devnet',
      'globex-01/devnet',
    ]);
  });

  it('knows nothing else of those about whom a server answers as before', () => {
    book.put(server(), heardAt);
    const others = server({ affected: ['globex-01/devnet'] });
    expect(book.put(others, heardAt)).toEqual([]);
  });

  it('remembers when a server answered last', () => {
    book.put(server({ answeredAt: '2026-01-01T12:00:00.000Z' }), heardAt);
    book.put(server({ connected: false }), heardAt);
    expect(book.all()[0].answeredAt).toBe('2026-01-01T12:00:00.000Z');
  });

  it('takes as confirmed what the servers of that source confirm, if they answer', () => {
    const key = 'acme-01/devnet';
    book.put(server(), heardAt);
    const later = '2026-01-01T12:00:10.000Z';
    book.put(server({ server: 'other', observedAt: later }), heardAt);
    expect(book.confirmedAt('kubernetes', key)).toBe(later);
    expect(book.confirmedAt('argocd', key)).toBeUndefined();
    expect(book.confirmedAt('kubernetes', 'globex-01/devnet')).toBeUndefined();
    book.put(server({ server: 'other', connected: false }), heardAt);
    expect(book.confirmedAt('kubernetes', key)).toBe(server().observedAt);
  });

  it('forgets servers that nobody asks any more', () => {
    book.put(server({ connected: false }), heardAt);
    book.retain(() => false);
    expect(book.all()).toEqual([]);
    expect(book.serversOf('kubernetes', 'acme-01/devnet')).toEqual([]);
  });
});
