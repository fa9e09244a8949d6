export interface Config {
  tenants?: {
    auth?: {
      /**
       * Claim of the identity provider's user info with the name of the user;
       * `preferred_username` by default. Lower case only: the catalog takes names that differ by
       * case alone for one user.
       */
      usernameClaim?: string;
      /**
       * Whom to ask for access, as a part of the sentence that people without any read; `the operators
       * of the platform` by default.
       */
      contact?: string;
      /**
       * Which values of which claims stand for which groups; no other values count. By default each
       * value of the claim `groups` is the name of a group in the default namespace.
       */
      groups?: Array<{
        /** Name of the claim; dots lead into objects, as in `realm_access.roles`. */
        claim: string;
        /** The value as it is, or with one `*` for a name, as in `/clients/*`. */
        value: string;
        /** Entity ref of the group, with a `*` where the value has one. */
        group: string;
      }>;
    };
  };
}
