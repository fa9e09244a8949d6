/**
 * Takes webhooks of Gitea and Forgejo that are signed, and no others.
 *
 * @packageDocumentation
 */
export { eventsModuleGitea as default } from './module';
