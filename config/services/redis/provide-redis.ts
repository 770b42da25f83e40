import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
import { redisConfiguration } from './redis-configuration.js'
import { redisProgram } from './redis-program.js'

const READY_WITHIN_MS = 30_000

/** Redis: `REDIS_URL`, else a server of this machine, else the distribution's package. */
export async function provideRedis(at: ServiceHome): Promise<ProvidedService> {
  const given = givenAddress(at.env, 'REDIS_URL')
  if (given !== undefined) {
    at.report('Redis: the address in REDIS_URL')
    return atAddress(given)
  }
  const program = await redisProgram(at)
  const folder = join(at.folder, 'redis')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const [port, password] = [await freePort(), randomBytes(24).toString('hex')]
  const configuration = join(at.folder, 'redis.conf')
  writeFileSync(configuration, redisConfiguration({ folder, port, password }), { mode: 0o600 })
  const settings: GuardianSettings = {
    command: program.command,
    args: [configuration],
    env: program.env,
    cwd: folder,
    probe: {
      port,
      question: Buffer.from(`AUTH ${password}\r\nPING\r\n`).toString('base64'),
      answer: Buffer.from('+PONG').toString('base64'),
    },
    readyWithinMs: READY_WITHIN_MS,
  }
  const plan: ChildPlan = {
    name: 'Redis',
    module: ownModule('../processes/guardian', import.meta.url),
    settings,
    env: at.env,
    logFile: join(at.folder, 'redis.log'),
    pidFile: join(at.folder, 'redis.pid'),
    readyWithinMs: READY_WITHIN_MS + 5_000,
  }
  const kept = keepRunning(plan.name, await startChild(plan), () => startChild(plan), at.report)
  const what =
    program.kind === 'installed' ? program.command : "the distribution's package in .services"
  at.report(`Redis: ${what}, on 127.0.0.1:${port} with a password of its own`)
  return { kind: program.kind, url: `redis://:${password}@127.0.0.1:${port}`, ...kept }
}
