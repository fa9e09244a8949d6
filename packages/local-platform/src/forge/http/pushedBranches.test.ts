import { pushedBranches } from './pushedBranches';

const packet = (text: string) =>
  `${(text.length + 4).toString(16).padStart(4, '0')}${text}`;
const ids = `${'0'.repeat(40)} ${'a'.repeat(40)}`;

describe('pushedBranches', () => {
  it('reads each branch before the first flush, and no tag', () => {
    const body = [
      packet(`${ids} refs/heads/main\0report-status agent=git/2.39`),
      packet(`${ids} refs/tags/v1\n`),
      packet(`${ids} refs/heads/a/b\n`),
      '0000',
      packet(`${ids} refs/heads/not-a-command`),
    ];
    expect(pushedBranches(Buffer.from(body.join('')))).toEqual(['main', 'a/b']);
  });

  it.each(['', '0000', 'zzzz', '0010ab', '0000PACK'])(
    'finds none in %j',
    body => {
      expect(pushedBranches(Buffer.from(body))).toEqual([]);
    },
  );
});
