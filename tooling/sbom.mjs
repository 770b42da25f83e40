import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ALLOWED, EXCEPTIONS } from './allowed-licences.mjs'
import { judgeLicences } from './judge-licences.mjs'
import { root } from './root.mjs'

/**
 * npm run sbom [FOLDER]: what is shipped, into .artefacts or a folder: `sbom.cdx.json` (CycloneDX),
 * `sbom.spdx.json` (SPDX), `licences.tsv`. Made of the lock file, so that it needs no network and is about
 * what is locked rather than what happens to be installed.
 */
const folder = process.argv[2] ?? join(root, '.artefacts')
mkdirSync(folder, { recursive: true })
const [manifest, lock] = ['package.json', 'package-lock.json'].map((name) =>
  JSON.parse(readFileSync(join(root, name), 'utf8')),
)

const shipped = mkdtempSync(join(tmpdir(), 'rogatory-shipped-'))
try {
  writeShipped()
  for (const [format, ending] of [
    ['cyclonedx', 'cdx'],
    ['spdx', 'spdx'],
  ]) {
    write(`sbom.${ending}.json`, billOfMaterials(format))
  }
} finally {
  rmSync(shipped, { recursive: true })
}
const { list } = judgeLicences(lock.packages, ALLOWED, EXCEPTIONS)
const rows = list
  .filter(({ dev }) => !dev)
  .map(({ name, version, licence }) => `${name}\t${version}\t${licence}`)
write('licences.tsv', ['package\tversion\tlicence', ...rows, ''].join('\n'))

/**
 * Manifest and lock file without the tools of development. `npm sbom --omit dev` is not that: it leaves
 * out what is shipped as soon as a tool depends on it, too (npm 11: `commander`, `yaml`).
 */
function writeShipped() {
  const { devDependencies: _tools, ...rest } = manifest
  const packages = Object.fromEntries(
    Object.entries(lock.packages).filter(([, { dev = false }]) => !dev),
  )
  const { devDependencies: _locked, ...own } = packages['']
  for (const [name, content] of [
    ['package.json', rest],
    ['package-lock.json', { ...lock, packages: { ...packages, '': own } }],
  ]) {
    writeFileSync(join(shipped, name), JSON.stringify(content))
  }
}

function billOfMaterials(format) {
  const { status, stdout, stderr, error } = spawnSync(
    'npm',
    ['sbom', '--package-lock-only', '--sbom-format', format],
    { cwd: shipped, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  if (status === 0) return stdout
  console.error(error?.message ?? stderr)
  process.exit(1)
}

function write(name, text) {
  writeFileSync(join(folder, name), text)
  console.log(join(folder, name))
}
