export { tenantsTranslations } from './tenantsTranslations';
