/** Everything that others need to reach a running platform; holds secrets. */
export interface PlatformAccess {
  portal: { url: string };
  forge: {
    url: string;
    /** Owner and name. */
    repository: string;
    operatorToken: string;
    portalToken: string;
    /** Key by which the forge signs what it tells the portal. */
    webhookSecret: string;
  };
  metrics: { url: string };
  identityProvider: { url: string; clientId: string; clientSecret: string };
  control: { url: string; token: string };
  clusters: { name: string; url: string }[];
  clusterAdminToken: string;
  clusterReaderToken: string;
  /** In PEM. */
  caCertificate: string;
}
