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
    clusterLocatorMethods?: Array<{
      type: string;
      /** With `type: config`. */
      clusters?: Array<{
        /** The same as the cluster's name in the registry. */
        name: string;
        url: string;
        /** Only clusters with `serviceAccount` are observed. */
        authProvider?: string;
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
