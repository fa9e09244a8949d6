import { h } from 'preact';
import { Layout } from './Layout';

/** Asks before it signs out, so that no other site can do it. */
export function SignOutPage({ form }: { form: string }) {
  const button = (attributes: object, label: string) =>
    h(
      'button',
      { type: 'submit', form: 'op.logoutForm', ...attributes },
      label,
    );
  return h(
    Layout,
    { title: 'Sign out?' },
    // The provider's own hidden form, which holds no text from outside.
    h('div', { dangerouslySetInnerHTML: { __html: form } }),
    h(
      'div',
      { class: 'answers' },
      button({ class: 'primary', name: 'logout', value: 'yes' }, 'Sign out'),
      button({}, 'Stay signed in'),
    ),
  );
}
