import {
  createFrontendModule,
  PageBlueprint,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '@tenantry/plugin-tenants';
import { Navigate } from 'react-router-dom';

/** People come to see how their tenants are, so that is where the portal opens. */
function Landing() {
  const fleetRoute = useRouteRef(rootRouteRef);
  return fleetRoute ? <Navigate to={fleetRoute()} replace /> : null;
}

const landingPage = PageBlueprint.make({
  name: 'landing',
  params: { path: '/', noHeader: true, loader: async () => <Landing /> },
});

export const landingModule = createFrontendModule({
  pluginId: 'app',
  extensions: [landingPage],
});
