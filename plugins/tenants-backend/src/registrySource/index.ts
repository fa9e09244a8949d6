export * from './createRegistrySource';
export { onboardingStalled } from './judgeOnboarding';
export * from './settleRegistryChecks';
