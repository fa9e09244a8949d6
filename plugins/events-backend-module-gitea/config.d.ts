export interface Config {
  events?: {
    modules?: {
      gitea?: {
        /**
         * The secret of the webhook. Without it no webhook of Gitea or Forgejo is taken.
         *
         * @visibility secret
         */
        webhookSecret?: string;
      };
    };
  };
}
