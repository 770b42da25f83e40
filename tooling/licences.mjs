import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALLOWED, EXCEPTIONS } from './allowed-licences.mjs'
import { judgeLicences } from './judge-licences.mjs'
import { root } from './root.mjs'

/** node tooling/licences.mjs: whether every package of the lock file may be used. Asks no network. */
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const { list, faults } = judgeLicences(packages, ALLOWED, EXCEPTIONS)
for (const fault of faults) console.error(fault)
if (faults.length > 0) {
  console.error('Use another package, or say in tooling/allowed-licences.mjs why it may be used.')
  process.exit(1)
}
console.log(`${list.length} packages, each under a licence that is allowed`)
