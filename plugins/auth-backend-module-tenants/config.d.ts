export interface Config {
  tenants?: {
    auth?: {
      /**
       * Claim of the identity provider's user info with the name of the user;
       * `preferred_username` by default.
       */
      usernameClaim?: string;
      /**
       * Claim of the identity provider's user info with the list of the user's groups; `groups` by
       * default.
       */
      groupsClaim?: string;
      /**
       * Entity refs of groups by the value in the claim, for example
       * `/platform/operators: group:default/platform-operators`. When it is given, no other value
       * counts; otherwise each value stands for the group of that name in the default namespace.
       */
      groups?: { [claimValue: string]: string };
    };
  };
}
