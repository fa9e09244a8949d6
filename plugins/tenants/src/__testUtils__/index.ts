export { fakeCluster, fakeRegistry } from './clusters';
export {
  environmentOptions,
  fakeCheck,
  fakeComponent,
  fakeEnvironment,
  fakeGitOps,
} from './environments';
export { FakeTenantsApi } from './FakeTenantsApi';
export { fakeCharts } from './metrics';
export { fakePlatform } from './platform';
export { fakeTenant, summaryOf } from './tenants';
export { errorsOf } from './fieldValidation';
export { renderForm } from './renderForm';
export { renderWithApi } from './renderWithApi';
export { seeEverything } from './sight';
export { minutesAgo } from './time';
