import { QueryBudget } from './QueryBudget';

describe('QueryBudget', () => {
  it('ends a query that reads too many samples', () => {
    const budget = new QueryBudget({ samples: 10, timeoutMs: 60_000 });
    budget.spend(10);
    expect(() => budget.spend(1)).toThrow(
      expect.objectContaining({ type: 'execution' }),
    );
  });

  it('ends a query that takes too long', () => {
    const budget = new QueryBudget({ samples: 10, timeoutMs: -1 });
    expect(() => budget.spend(0)).toThrow(
      expect.objectContaining({ type: 'timeout' }),
    );
  });
});
