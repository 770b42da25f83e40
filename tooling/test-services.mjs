import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * MongoDB, Redis, Chromium and poppler for tests and benchmarks, on a data set of this run only: a person's
 * own data is never touched, so MONGODB_URI and REDIS_URL are not looked at. Addresses given as
 * ROGATORY_TEST_MONGODB_URI and ROGATORY_TEST_REDIS_URL are used instead.
 *
 * @param {string} kind - first part of the data set's name.
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> }>} what to add to the environment.
 */
export async function provideTestServices(kind) {
  const { provideServices } = await import('../dist/config/services/provide-services.js')
  const { provideChromium } = await import('../dist/config/services/chromium/provide-chromium.js')
  const { providePoppler } = await import('../dist/config/services/poppler/provide-poppler.js')
  const { ROGATORY_TEST_MONGODB_URI: mongo, ROGATORY_TEST_REDIS_URL: redis, ...rest } = process.env
  const given = { ...rest, MONGODB_URI: mongo ?? '', REDIS_URL: redis ?? '' }
  const report = (line) => console.log(line)
  removeLeftovers(kind)
  const dataSet = `${kind}-${process.pid}`
  const services = await provideServices({ root, dataSet, env: given, report })
  const chromium = await provideChromium({ root, env: process.env, report }).catch((error) => {
    console.log(error.message)
    return undefined
  })
  const poppler = await providePoppler({ root, env: process.env, report }).catch((error) => {
    console.log(error.message)
    return undefined
  })
  return {
    env: {
      ROGATORY_TEST_MONGODB_URI: services.mongodbUri,
      ROGATORY_TEST_REDIS_URL: services.redisUrl,
      ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }),
      ...(poppler === undefined ? {} : { POPPLER_PATH: poppler }),
    },
    async stop() {
      await services.stop()
      rmSync(join(root, '.services', dataSet), { recursive: true, force: true })
    },
  }
}

/** Data sets of runs that were killed. One whose process lives is another run's. */
function removeLeftovers(kind) {
  const home = join(root, '.services')
  const names = readNames(home).filter((name) => new RegExp(`^${kind}-\\d+$`).test(name))
  for (const name of names) {
    const files = readNames(join(home, name)).filter((file) => file.endsWith('.pid'))
    const pids = [
      Number(name.split('-').at(-1)),
      ...files.map((file) => pidIn(join(home, name, file))),
    ]
    if (!pids.some(isAlive)) rmSync(join(home, name), { recursive: true, force: true })
  }
}

function readNames(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function pidIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).pid
  } catch {
    return 0
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}
