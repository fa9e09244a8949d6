import { join } from 'node:path';
import { dayTwoExamples } from '../__fixtures__/dayTwoExamples';
import { FolderFile, readFolder, writeFolder } from '../__fixtures__/folders';
import { renderDayTwo } from '../__fixtures__/renderDayTwo';
import { RenderedChange } from '../change';

/**
 * What the shipped templates propose for existing clients, byte by byte. After a wanted change, run
 * the test once with UPDATE_GOLDEN=1 and read the difference.
 */
describe.each(Object.keys(dayTwoExamples))('the golden change "%s"', name => {
  const folder = join(__dirname, '__golden__', name);

  it('is what the template proposes', async () => {
    const { change } = await renderDayTwo(name);
    expect(change.findings).toEqual([]);
    expect(change.notes).toEqual([]);
    const files = goldenFiles(change);
    if (process.env.UPDATE_GOLDEN) {
      await writeFolder(folder, files);
    }

    expect(files).toEqual(await readFolder(folder));
  });
});

/** The pull request, which lists deleted files and objects, and every file that it writes. */
function goldenFiles({ title, description, files }: RenderedChange) {
  const written: FolderFile[] = files
    .filter(({ operation }) => operation !== 'delete')
    .map(({ path, content }) => ({ path: `files/${path}`, content }));
  return [
    ...written,
    { path: 'pull-request.md', content: `# ${title}\n\n${description}` },
  ];
}
