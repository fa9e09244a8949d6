/** A host with a forge, and how requests to it are made. */
export interface ForgeHost {
  /** As in the configuration, for example `gitea.example.com`. */
  name: string;
  /** Where its credentials are configured, for example `integrations.gitea`. */
  configKey: string;
  /**
   * Headers with the credentials.
   *
   * @throws Error when there are none.
   */
  authorize(): Promise<Record<string, string>>;
}
