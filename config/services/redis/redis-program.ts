import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onPath } from '../on-path.js'
import { fetchPackages } from '../packages/fetch-packages.js'
import { libraryPath } from '../packages/library-path.js'
import type { ServiceHome } from '../provided-service.js'
import { waysOut } from '../ways-out.js'

/** A Redis or Valkey server that can be started here. */
export interface RedisProgram {
  readonly kind: 'installed' | 'fetched'
  readonly command: string
  readonly env: NodeJS.ProcessEnv
}

/**
 * A server of this machine, else the distribution's package unpacked under `.services`.
 *
 * @throws the three ways out where there is neither.
 */
export async function redisProgram(at: ServiceHome): Promise<RedisProgram> {
  const command = onPath(at.env, 'redis-server', 'valkey-server')
  if (command !== undefined) return { kind: 'installed', command, env: at.env }
  if (onPath(at.env, 'apt-get') === undefined || onPath(at.env, 'dpkg') === undefined) {
    throw waysOut('Redis', 'neither redis-server nor valkey-server is on PATH')
  }
  if (!existsSync(join(at.home, 'packages', 'redis', 'complete'))) {
    at.report('Redis: fetching the package of this distribution into .services (once)')
  }
  const tree = await fetchPackages(at.home, { name: 'redis', packages: ['redis-server'] })
    .catch(() => fetchPackages(at.home, { name: 'redis', packages: ['valkey-server'] }))
    .catch((error: unknown) => {
      const reason =
        error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown reason'
      throw waysOut('Redis', `the package of this distribution could not be fetched (${reason})`)
    })
  const fetched = ['redis-server', 'valkey-server']
    .map((name) => join(tree, 'usr/bin', name))
    .find((path) => existsSync(path))
  if (fetched === undefined)
    throw waysOut('Redis', 'the package of this distribution holds no server')
  return {
    kind: 'fetched',
    command: fetched,
    env: { ...at.env, LD_LIBRARY_PATH: libraryPath(tree) },
  }
}
