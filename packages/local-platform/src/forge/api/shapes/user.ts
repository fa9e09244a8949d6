import { ForgeContext } from '../../core/ForgeContext';
import { ForgeUser } from '../../types';

const neverSignedIn = '0001-01-01T00:00:00Z';

/** A user as Gitea shows it; one that is no longer configured keeps its name. */
export function toUser(
  { url, users }: Pick<ForgeContext, 'url' | 'users'>,
  login: string,
) {
  const index = users.findIndex(user => user.login === login);
  const user: Partial<ForgeUser> = users[index] ?? {};
  return {
    id: index + 1,
    login,
    login_name: '',
    full_name: user.fullName ?? '',
    email: user.email ?? '',
    avatar_url: '',
    html_url: url,
    language: '',
    is_admin: false,
    last_login: neverSignedIn,
    created: neverSignedIn,
    restricted: false,
    active: true,
    prohibit_login: false,
    location: '',
    website: '',
    description: '',
    visibility: 'public',
    username: login,
  };
}
