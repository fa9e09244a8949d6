import fc from 'fast-check';
import { parseFiles } from './parseFiles';

describe('parseFiles', () => {
  it('reads all documents but the empty ones', () => {
    const content = '---\na: 1\n---\n# nothing\n---\n- b\n';
    const { parsedFiles, findings } = parseFiles([{ path: 'a.yaml', content }]);
    expect(findings).toEqual([]);
    expect(parsedFiles[0].documents).toEqual([{ a: 1 }, ['b']]);
  });

  it('either reads a file or tells why not, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string(), content => {
        const { parsedFiles, findings } = parseFiles([
          { path: 'a.yaml', content },
        ]);
        expect(parsedFiles.length + findings.length).toBe(1);
      }),
    );
  });
});
