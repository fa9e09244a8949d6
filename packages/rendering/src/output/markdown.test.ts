import { compileText } from '../expressions';
import { renderMarkdown } from './markdown';

it('shows values as they are, whatever Markdown they hold', () => {
  const text = compileText('| **${{ value }}** |', 'pull-request.md');

  expect(
    renderMarkdown(text, { value: 'a|b [x](y) <i> `c`\nacme_01 #1' }),
  ).toBe('| **a\\|b \\[x\\](y) \\<i\\> \\`c\\` acme\\_01 \\#1** |');
});
