import { highlight } from './highlight';

const document = { title: 'Acme (acme-01)', text: '', location: '/' };

describe('highlight', () => {
  it('marks beginnings of words, to the end of the word', () => {
    const { fields, preTag, postTag } = highlight(document, [['ac']])!;
    expect(fields.title).toBe(
      `${preTag}Acme${postTag} (${preTag}acme${postTag}-01)`,
    );
  });

  it('shows the part of a long text in which the word is', () => {
    const text = `${'before '.repeat(100)}needle ${'after '.repeat(100)}`;
    const { fields, preTag, postTag } = highlight({ ...document, text }, [
      ['needle'],
    ])!;
    expect(fields.text).toContain(`${preTag}needle${postTag}`);
    expect(fields.text.length).toBeLessThan(450);
  });

  it('marks nothing when everything was looked for', () => {
    expect(highlight(document, [])).toBeUndefined();
  });
});
