import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * Installs the packages of package-lock.json when they are missing or older than it. Says one line
 * when it has something to do, nothing otherwise.
 */
export function ensurePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const digest = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules', '.rogatory-packages')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  if (!existsSync(stamp) && isInstalledAlready()) return writeFileSync(stamp, digest)
  console.log('Installing the packages of package-lock.json …')
  const strict = npm('ci')
  // The lock file was made from a registry that does not carry some optional packages of other
  // platforms. npm ci then refuses before it touches anything; npm install takes the locked versions,
  // checks their digests all the same, and leaves the lock file as it is.
  const done = strict.isIncomplete ? npm('install', '--no-save') : strict
  if (done.status !== 0) {
    console.error(done.said)
    console.error('The packages could not be installed. Check the network or the registry setting.')
    process.exit(1)
  }
  writeFileSync(stamp, digest)
}

function npm(...command) {
  const { status, stderr, error } = spawnSync(
    'npm',
    [...command, '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const said = error?.message ?? stderr
  const isIncomplete = status !== 0 && /code EUSAGE/.test(said) && !/Invalid: lock file/.test(said)
  return { status, said, isIncomplete }
}

/** Somebody ran npm themselves: npm's own record is then at least as new as the lock file. */
function isInstalledAlready() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const { packages: wanted } = readJson(join(root, 'package-lock.json'))
  const { packages: present } = readJson(record)
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || present[path]?.version === version,
  )
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

if (process.argv[1] === import.meta.filename) ensurePackages()
