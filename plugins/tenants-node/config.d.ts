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
}
