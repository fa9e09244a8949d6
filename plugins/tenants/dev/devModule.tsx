import { useEffect } from 'react';
import { UserIdentity } from '@backstage/core-components';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  type SignInPageProps,
} from '@backstage/plugin-app-react';
import { RiFileList3Line } from '@remixicon/react';
import { tenantsApiRef } from '../src';
import { DevTenantsApi } from './DevTenantsApi';

/** Nobody has to sign in to look at fake data. */
function SignInAsGuest({ onSignInSuccess }: SignInPageProps) {
  useEffect(
    () => onSignInSuccess(UserIdentity.createGuest()),
    [onSignInSuccess],
  );
  return null;
}

export const guestModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({ params: { loader: async () => SignInAsGuest } }),
  ],
});

export const fakeBackendModule = createFrontendModule({
  pluginId: 'tenants',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: tenantsApiRef,
          deps: {},
          factory: () => new DevTenantsApi(),
        }),
    }),
  ],
});

/** A page with the form fields, in the scaffolder's own stepper. */
export const formPlugin = createFrontendPlugin({
  pluginId: 'form',
  title: 'Form',
  icon: <RiFileList3Line />,
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/form',
        routeRef: createRouteRef(),
        loader: () => import('./FormPage').then(m => <m.FormPage />),
      },
    }),
  ],
});
