import { h } from 'preact';
import { IdentityUser } from '../IdentityUser';
import { Layout } from './Layout';

/** The users to sign in as, each with one button. */
export function SignInPage(props: { action: string; users: IdentityUser[] }) {
  const { action, users } = props;
  return h(
    Layout,
    { title: 'Sign in' },
    h(
      'p',
      null,
      'Choose who you want to be. This is the identity provider of the local platform, a simulator: it asks for no passwords, and one click signs you in.',
    ),
    h(
      'form',
      { method: 'post', action },
      h(
        'ul',
        { class: 'users' },
        users.map(user =>
          h('li', { key: user.username }, h(UserButton, { user })),
        ),
      ),
    ),
  );
}

function UserButton({ user }: { user: IdentityUser }) {
  const { username, name, email, groups } = user;
  return h(
    'button',
    { type: 'submit', name: 'username', value: username },
    h('strong', null, name),
    h('span', null, email),
    h('span', { class: 'groups' }, `Groups: ${groups.join(', ') || 'none'}`),
  );
}
