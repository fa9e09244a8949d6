export interface Config {
  tenants?: {
    /** The GitOps repository: the one authority on tenants, environments and clusters. */
    registry?: {
      /**
       * Address of the repository's root as the forge shows it, for a host of the `integrations`
       * section, for example `https://gitea.example.com/platform/gitops/src/branch/main/`.
       */
      url: string;
    };
  };

  /** The standard section of the Kubernetes plugin; only what is read here is told. */
  kubernetes?: {
    /**
     * Key of a Google service account, as JSON, for clusters with `google` and
     * `googleServiceAccount`; the application default credentials when absent.
     * @visibility secret
     */
    googleServiceAccountCredentials?: string;
    clusterLocatorMethods?: Array<{
      type: string;
      /** With `type: config`. */
      clusters?: Array<{
        /** The same as the cluster's name in the registry. */
        name: string;
        url: string;
        /**
         * `serviceAccount`, or the portal's own identity in the cloud of the cluster: `google` or
         * `googleServiceAccount`, `aws`, `azure` or `aks`. Of any other provider no status is known.
         */
        authProvider?: string;
        /**
         * The same by the annotations of the stock plugin: `kubernetes.io/auth-provider` and, with
         * `aws`, `x-k8s-aws-id`, `aws-assume-role` and `aws-external-id`.
         */
        authMetadata?: { [annotation: string]: string };
        /** With `aws`: ARN of a role to assume first. */
        assumeRole?: string;
        /** With `aws`: what that role asks for from others than its own account. */
        externalId?: string;
        /**
         * Read again when the API server refuses it, so `$file` and `$env` may change.
         * @visibility secret
         */
        serviceAccountToken?: string;
        /**
         * Path of a file that holds the token, instead of `serviceAccountToken`; the service account
         * of the portal's own pod when there is neither. Read again when the API server refuses it.
         */
        serviceAccountTokenFile?: string;
        /** Base64 of the PEM bundle of the API server's authority. */
        caData?: string;
        /** Path of the PEM bundle, instead of `caData`. */
        caFile?: string;
        /** Trust any certificate of this one API server; for trying only. */
        skipTLSVerify?: boolean;
      }>;
    }>;
  };
}
