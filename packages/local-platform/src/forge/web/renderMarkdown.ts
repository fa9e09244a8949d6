import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

const markdown = new MarkdownIt({ html: false, linkify: true });

const policy: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote'],
    ...['ul', 'ol', 'li', 'strong', 'em', 's', 'a', 'code', 'pre'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'title', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noreferrer' }),
  },
};

/**
 * Renders what somebody wrote in Markdown as HTML that is safe to put into a page.
 *
 * HTML in the source is shown as text; what remains passes a list of allowed tags, which has no
 * images: a description must not make the reader's browser call anybody.
 */
export function renderMarkdown(source: string): string {
  return sanitizeHtml(markdown.render(source), policy);
}
