// This is an app of its own, where the rule's reason (styles loaded twice) does not hold.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import { createRoot } from 'react-dom/client';
import tenantsPlugin from '../src';
import { fakeBackendModule, formPlugin, guestModule } from './devModule';

const app = createApp({
  features: [tenantsPlugin, fakeBackendModule, formPlugin, guestModule],
});

createRoot(document.getElementById('root')!).render(app.createRoot());
