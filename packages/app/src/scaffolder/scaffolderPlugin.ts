import stockPlugin from '@backstage/plugin-scaffolder/alpha';

/** The scaffolder with forms that look like the rest of the portal. */
export const scaffolderPlugin = stockPlugin.withOverrides({
  extensions: [
    stockPlugin.getExtension('sub-page:scaffolder/templates').override({
      factory: (originalFactory, { config }) =>
        originalFactory({ config: { ...config, enableBackstageUi: true } }),
    }),
  ],
});
