import { FileChange } from '@tenantry/plugin-tenants-common';
import { withinLimits } from './withinLimits';

const previewOf = (files: FileChange[]) => ({
  title: 'Change',
  files,
  findings: [],
  notes: ['A note.'],
  pruned: [],
});
const update = (path: string, content: string, previousContent: string) =>
  ({ path, operation: 'update', content, previousContent } as const);

describe('withinLimits', () => {
  it('leaves a preview alone that is small enough', () => {
    const preview = previewOf([
      update('a', 'x'.repeat(200_000), 'y'.repeat(200_000)),
      { path: 'b', operation: 'delete', previousContent: 'z' },
    ]);
    expect(withinLimits(preview)).toEqual(preview);
  });

  it('leaves out what is too large before or after the change, and says so', () => {
    const { files, notes } = withinLimits(
      previewOf([
        update('after', 'é'.repeat(100_001), 'y'),
        update('before', 'x', 'y'.repeat(200_001)),
        update('small', 'x', 'y'),
      ]),
    );
    expect(files).toEqual([
      { path: 'after', operation: 'update' },
      { path: 'before', operation: 'update' },
      update('small', 'x', 'y'),
    ]);
    expect(notes).toEqual([
      'A note.',
      'after is too large to be shown here; the pull request has it.',
      'before is too large to be shown here; the pull request has it.',
    ]);
  });

  it('leaves out what is beyond the limit of all files', () => {
    const { files, notes } = withinLimits(
      previewOf(
        Array.from({ length: 27 }, (_, index) => ({
          path: `${index}`,
          operation: 'create' as const,
          content: 'x'.repeat(190_000),
        })),
      ),
    );
    expect(files.filter(({ content }) => content).length).toBe(26);
    expect(notes).toHaveLength(2);
  });
});
