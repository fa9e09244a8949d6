export interface Config {
  tenants?: {
    permission?: {
      /**
       * Entity refs of the groups whose members may do everything;
       * `group:default/platform-operators` by default.
       */
      operatorGroups?: string[];
      /**
       * Whether clients may have their own tenants synced and refreshed (`tenant.sync`);
       * false by default. Rolling back and suspending stay with the operators.
       */
      clientsMaySync?: boolean;
    };
  };
}
