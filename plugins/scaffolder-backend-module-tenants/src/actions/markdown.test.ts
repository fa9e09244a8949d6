import { describeNotes, describePruned } from './markdown';

describe('Markdown of a change', () => {
  it('shows notes and objects as they are', () => {
    expect(describeNotes(['one <b>', 'two\n| three'])).toBe(
      '- one \\<b\\>\n- two \\| three\n',
    );
    expect(
      describePruned([
        { cluster: 'devnet', kind: 'Cluster', name: 'db', namespace: 'a_b' },
        { cluster: 'hub', kind: 'AppProject', name: 'acme-01' },
      ]),
    ).toBe(
      [
        '| Cluster | Namespace | Kind | Name |',
        '| --- | --- | --- | --- |',
        '| devnet | a\\_b | Cluster | db |',
        '| hub |  | AppProject | acme-01 |',
        '',
      ].join('\n'),
    );
  });

  it('is empty where there is nothing', () => {
    expect(describeNotes([])).toBe('');
    expect(describePruned([])).toBe('');
  });
});
