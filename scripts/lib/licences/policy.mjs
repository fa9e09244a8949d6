/** Which licences the packages may have that are installed. */
export const licencePolicy = {
  /** Those that ask for no more than to be named, and those that hold for their own files alone. */
  allowed: [
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC-BY-4.0',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'MPL-2.0',
    'Python-2.0',
    'Unlicense',
    'WTFPL',
    'Zlib',
  ],
  /** Packages that have another, or say it in another way; each was looked at. */
  exceptions: [
    {
      name: '@isomorphic-git/pgp-plugin',
      licence: 'LGPL-3.0+',
      reason:
        'Backstage brings it for its scaffolder. It stays a package of its own, unchanged.',
    },
    {
      name: '@remixicon/react',
      licence: 'Remix Icon License 1.0',
      reason:
        'Icons of Backstage UI. They may be used in products of any kind, and not be sold as icons.',
    },
    {
      name: 'fast-shallow-equal',
      licence: 'UNKNOWN',
      reason: 'Its file LICENSE is the Unlicense.',
    },
    {
      name: 'pause',
      licence: 'UNKNOWN',
      reason: 'Its README is the MIT licence.',
    },
    {
      name: 'pause-stream',
      licence: 'MIT OR Apache2',
      reason: 'Its file LICENSE is the MIT and the Apache 2.0 licence.',
    },
    {
      name: 'react-universal-interface',
      licence: 'UNKNOWN',
      reason: 'Its file LICENSE is the Unlicense.',
    },
    {
      name: 'rollup-plugin-dts',
      licence: 'LGPL-3.0-only',
      reason: 'A tool that builds; nothing of it gets into what is built.',
    },
    {
      name: 'spdx-exceptions',
      licence: 'CC-BY-3.0',
      reason: 'Lists that this check reads. They are not shipped.',
    },
    {
      name: 'spdx-ranges',
      licence: '(MIT AND CC-BY-3.0)',
      reason: 'Lists that this check reads. They are not shipped.',
    },
    {
      name: 'tosource',
      licence: 'UNKNOWN',
      reason: 'Its file LICENSE is the zlib licence.',
    },
    {
      name: 'valid-url',
      licence: 'UNKNOWN',
      reason: 'Its file LICENSE is the MIT licence.',
    },
  ],
};
