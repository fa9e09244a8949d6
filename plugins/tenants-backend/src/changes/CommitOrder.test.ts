import { testDatabases } from '../store/__testUtils__';
import { DatabaseCommitOrder } from './CommitOrder';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.supported)('DatabaseCommitOrder on %s', id => {
  let order: DatabaseCommitOrder;

  beforeEach(async () => {
    order = new DatabaseCommitOrder(await databases.open(id));
  });

  it('keeps the order in which commits came, whatever is told again', async () => {
    await order.append(['a', 'b']);
    await order.append(['b', 'c', 'a']);
    await order.append([]);
    const positions = await order.positionsOf(['c', 'b', 'a', 'absent']);
    expect(
      [...positions].sort(([, left], [, right]) => left - right),
    ).toMatchObject([
      ['a', 1],
      ['b', 2],
      ['c', expect.any(Number)],
    ]);
  });

  it('forgets the oldest', async () => {
    await order.append(['oldest', 'old']);
    for (let part = 0; part < 40; part++) {
      await order.append(
        Array.from({ length: 50 }, (_, index) => `${part}-${index}`),
      );
    }
    const positions = await order.positionsOf(['oldest', '0-0', '39-49']);
    expect([...positions.keys()].sort()).toEqual(['0-0', '39-49']);
  });
});
