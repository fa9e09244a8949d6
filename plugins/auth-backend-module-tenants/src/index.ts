/**
 * Sign-in with OpenID Connect, by the groups that the identity provider says somebody is in.
 *
 * @packageDocumentation
 */
export { authModuleTenants as default } from './module';
