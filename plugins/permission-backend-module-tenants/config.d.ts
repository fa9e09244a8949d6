export interface Config {
  tenants?: {
    permission?: {
      /**
       * Entity refs of the groups whose members may do everything;
       * `group:default/platform-operators` by default.
       */
      operatorGroups?: string[];
    };
  };
}
