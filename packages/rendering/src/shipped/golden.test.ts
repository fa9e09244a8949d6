import { join } from 'node:path';
import { readFolder, writeFolder } from '../__fixtures__/folders';
import { inputs } from '../__fixtures__/inputs';
import { renderInput } from '../__fixtures__/renderInput';

/**
 * What the shipped template renders, byte by byte. After a wanted change of it, run the test once
 * with UPDATE_GOLDEN=1 and read the difference.
 */
describe.each(Object.keys(inputs))('the golden files of "%s"', name => {
  const folder = join(__dirname, '__golden__', name);

  it('are what the template renders', async () => {
    const files = await renderInput(name);
    if (process.env.UPDATE_GOLDEN) {
      await writeFolder(folder, files);
    }

    expect(files.map(({ path, content }) => ({ path, content }))).toEqual(
      await readFolder(folder),
    );
  });
});
