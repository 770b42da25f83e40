import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensurePackages } from './ensure-packages.mjs'
import { root } from './root.mjs'

/**
 * npm run demo:rewrite: an operator with every key of the relay changes a date in a copy of the database,
 * builds the log again with the log's own key, and serves it in place of the honest one. A witness, a
 * client that was there before, and an old proof bundle each catch it.
 *
 * Ends with 0 when all three did, in services and a folder of its own.
 */
ensurePackages()
const { build } = await import('./build.mjs')
await build()
const [{ provideServices }, { keepProcess }, { relayEnvironment, untilReady }, { runToEnd }] =
  await Promise.all([
    import('../dist/config/services/provide-services.js'),
    import('./keep-process.mjs'),
    import('./relay-environment.mjs'),
    import('./run-to-end.mjs'),
  ])
const { PRODUCT } = await import('./supervise.mjs')
const { rewriteHistory } = await import('./rewrite-history.mjs')

const HOUR_MS = 3_600_000
const GRACE_MS = 10_000
const WITHIN_MS = 120_000
const BREACH = 4
const CLI = 'dist/client/cli/main.js'
const WITNESS = 'witness.example/w1'
const folder = mkdtempSync(join(tmpdir(), 'rogatory-rewrite-'))
const bundle = join(folder, 'example', 'example.rogatory-proof')
const dataSet = `rewrite-${process.pid}`
const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort())
const running = new Set()
let failed = 0

const say = (who, what) => console.log(`  ${who.padEnd(8)} ${what}`)
const expect = (who, what, isTrue) => {
  if (!isTrue) failed++
  say(who, `${isTrue ? '✓' : '✗ NOT'} ${what}`)
}

/** One command of the product, to its end. */
function rogatory(home, ...words) {
  const args = [CLI, '--home', join(folder, home), ...words]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => (printed += data))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, printed }))
  })
}

/** A witness of its own authority: only its key, the trust list, and a port on which it is asked. */
async function startWitness(env) {
  const home = join(folder, 'witness')
  mkdirSync(home, { mode: 0o700 })
  const key = join(home, 'witness-key.json')
  const made = await rogatory(
    'witness',
    '--json',
    'witness',
    'key',
    '--name',
    WITNESS,
    '--out',
    key,
  )
  const { verifierKey } = JSON.parse(made.printed)
  const trust = join(folder, 'trust.json')
  const known = JSON.parse(readFileSync(trust, 'utf8'))
  const witnesses = [{ key: verifierKey, authority: 'xb.pgo' }]
  writeFileSync(trust, JSON.stringify({ ...known, witnesses, quorum: 1 }, undefined, 2))
  const relay = { origin: env.RELAY_ORIGIN, id: env.RELAY_ID }
  const profile = { relay, keystore: 'none', trust: '../trust.json' }
  writeFileSync(join(home, 'profile.json'), JSON.stringify(profile))

  const words = ['witness', 'run', '--listen', '127.0.0.1:0', '--no-poll', '--key', key]
  const child = spawn(process.execPath, [CLI, '--home', home, ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.add({ stop: () => child.kill() })
  let said = ''
  for await (const data of child.stderr.iterator({ destroyOnReturn: false })) {
    said += data
    const [, port] = /listening on 127\.0\.0\.1:(\d+)/.exec(said) ?? []
    if (port === undefined) continue
    child.stderr.resume()
    return `http://127.0.0.1:${port}`
  }
  throw new Error(`the witness ended: ${said}`)
}

async function startRelay(env) {
  for (const name of ['relay', 'workers']) {
    const script = PRODUCT[name]
    running.add(await keepProcess({ name, script, env, folder, report: console.error }))
  }
  await untilReady(env, interrupted.signal)
}

async function stopAll() {
  await Promise.all([...running].map((kept) => kept.stop(GRACE_MS)))
  running.clear()
}

/** Looks again until it is so; false if it never is. */
async function until(isSo) {
  for (const end = performance.now() + WITHIN_MS; performance.now() < end; await sleep(250)) {
    interrupted.signal.throwIfAborted()
    if (await isSo()) return true
  }
  return false
}

async function honestHistory(env) {
  await startRelay(env)
  await runToEnd('The exchange', 'dist/client/example/main.js', env, interrupted.signal)
  const { code, printed } = await rogatory('xa', 'verify', bundle)
  expect(
    'court',
    'the bundle is proved, its checkpoint witnessed',
    code === 0 && /✓ proved +checkpoint-witnessed/.test(printed),
  )
  expect(
    'xb.pgo',
    'reads the inbox, and remembers the log',
    (await rogatory('xb', 'inbox')).code === 0,
  )
}

async function rewrittenHistory(env) {
  await startRelay(env)
  const url = `${env.RELAY_ORIGIN}/log/checkpoint`
  await until(async () => (await fetch(url).catch(() => undefined))?.status === 200)
  const caught = await until(
    async () => (await rogatory('witness', 'witness', 'status')).code === BREACH,
  )
  const { printed } = await rogatory('witness', 'witness', 'status')
  console.log(printed)
  expect(
    'witness',
    'is asked to cosign the new history, and names the fork',
    caught && /ALARM/.test(printed),
  )
  const inbox = await rogatory('xb', 'inbox')
  expect(
    'xb.pgo',
    'opens no session with it: log-breach',
    inbox.code === BREACH && /log-breach/.test(inbox.printed),
  )
  const old = await rogatory('xb', 'witness', 'check', bundle)
  expect(
    'court',
    'the old bundle contradicts the log',
    old.code === BREACH && /log-breach/.test(old.printed),
  )
  const log = readFileSync(join(folder, 'logs', 'workers.log'), 'utf8')
  expect(
    'operator',
    'the workers’ own log alarms: witness.conflict',
    /"witness\.conflict"/.test(log),
  )
}

try {
  console.log('\nRogatory: history rewritten by whoever has every key of the relay\n')
  const services = await provideServices({
    root,
    dataSet,
    env: { ...process.env, MONGODB_URI: '', REDIS_URL: '' },
    report: (line) => console.log(line),
  })
  try {
    const env = await relayEnvironment({ port: undefined, folder, services })
    Object.assign(env, { TIMESTAMP_INTERVAL_SECONDS: '1', WITNESS_INTERVAL_SECONDS: '1' })
    await runToEnd('The initialisation of the relay', PRODUCT.init, env, interrupted.signal)
    env.WITNESS_URLS = await startWitness(env)
    const [witness] = running
    running.delete(witness)
    await honestHistory(env)
    await stopAll()
    const { uri, changed } = await rewriteHistory({
      uri: env.MONGODB_URI,
      dataDir: folder,
      byMs: HOUR_MS,
    })
    say('operator', `moves ${changed} pieces of evidence by an hour in a copy, and serves it`)
    await rewrittenHistory({ ...env, MONGODB_URI: uri })
    witness.stop()
  } finally {
    await stopAll()
    await services.stop()
  }
} catch (error) {
  failed++
  if (!interrupted.signal.aborted) console.error(error instanceof Error ? error.message : error)
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(root, '.services', dataSet), { recursive: true, force: true })
}
process.exit(failed === 0 ? 0 : 1)
