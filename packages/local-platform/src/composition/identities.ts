import { ForgeUser } from '../forge';
import { IdentityUser } from '../identity';
import { sampleClients } from '../sample';
import { Credentials } from './credentials';

/** Login at the forge of the platform operator. */
export const operatorLogin = 'operator';

/** Who may write at the forge: the operator and the portal. */
export function forgeUsers(credentials: Credentials): ForgeUser[] {
  return [
    {
      login: operatorLogin,
      fullName: 'Platform operator',
      email: 'operator@naas.example.com',
      token: credentials.forgeOperator,
    },
    {
      login: 'tenantry',
      fullName: 'Tenantry portal',
      email: 'tenantry@naas.example.com',
      token: credentials.forgePortal,
    },
  ];
}

/** Who may sign in: the operator, and one engineer for each sample client. */
export function identityUsers(): IdentityUser[] {
  return [
    {
      username: operatorLogin,
      name: 'Platform operator',
      email: 'operator@naas.example.com',
      groups: ['platform-operators'],
      realm: 'platform',
    },
    ...sampleClients.map(({ client, title }) => ({
      username: `${client}-engineer`,
      name: `Engineer of ${title}`,
      email: `engineer@${client}.example.com`,
      groups: [client],
      realm: client,
    })),
  ];
}
