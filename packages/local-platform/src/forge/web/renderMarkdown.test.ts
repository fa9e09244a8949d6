import fc from 'fast-check';
import { renderMarkdown } from './renderMarkdown';

describe('renderMarkdown', () => {
  it('renders headings, lists, tables and links', () => {
    const html = renderMarkdown(
      '# Title\n\n- item\n\n| a |\n| --- |\n| b |\n\n[link](https://example.com)',
    );

    expect(html).toContain('<h1>Title</h1>');
    expect(html).toContain('<li>item</li>');
    expect(html).toContain('<td>b</td>');
    expect(html).toContain('rel="nofollow noreferrer"');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](http://example.com/x.png)',
    '<a href="x" onclick="alert(1)">x</a>',
    '`<script>`',
    '[x](<javascript:alert(1)>)',
  ])('makes %j harmless', source => {
    expect(renderMarkdown(source)).not.toMatch(
      /<(script|img|style|iframe)|<[^>]* on\w+=|href="(javascript|data):/i,
    );
  });

  it('never lets a tag pass that is not on the list', () => {
    const words = 'script|img src=x|onerror=|java|script:|a href=|&lt;'.split(
      '|',
    );
    const fragment = fc.constantFrom(...words, ...'<>"\'`[]()!\n|/=');
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 20 }), fragments => {
        const html = renderMarkdown(fragments.join(''));
        expect(html).not.toMatch(/<(script|img)|<[^>]* onerror=/i);
      }),
    );
  });
});
