import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { distribution } from '../packages/apt.js'
import { fetchPackages } from '../packages/fetch-packages.js'
import { onPath } from '../on-path.js'
import { waysOut } from '../ways-out.js'

/** The embedded engine is linked against glibc 2.38. */
const NEEDED = [2, 38] as const

/** The first release of each distribution whose C library is new enough. */
const RELEASES: Readonly<Record<string, string>> = { debian: 'trixie', ubuntu: 'noble' }

/**
 * How to start Node so that the engine finds the C library it needs: nothing special where the
 * machine's own is new enough, else through the dynamic loader of a newer release, fetched into
 * `.services` and used by this one process only.
 *
 * @throws the three ways out where the machine has no newer glibc to offer.
 */
export async function engineLoader(
  home: string,
  env: NodeJS.ProcessEnv,
  report: (line: string) => void,
): Promise<readonly [string, ...string[]] | undefined> {
  if (process.platform !== 'linux' || isNewEnough(glibcVersion())) return undefined
  const release = RELEASES[distribution().id]
  if (release === undefined || onPath(env, 'apt-get') === undefined) {
    throw waysOut('MongoDB', `the embedded engine needs glibc ${NEEDED.join('.')}`)
  }
  if (!existsSync(join(home, 'packages', 'glibc', 'complete'))) {
    report(`MongoDB: fetching the C library of ${release} into .services (once)`)
  }
  const tree = await fetchPackages(home, {
    name: 'glibc',
    release,
    packages: ['libc6', 'libstdc++6', 'libgcc-s1'],
  }).catch((error: unknown) => {
    throw waysOut('MongoDB', `glibc of ${release} could not be fetched (${brief(error)})`)
  })
  const [triplet, loader] =
    process.arch === 'arm64'
      ? ['aarch64-linux-gnu', 'ld-linux-aarch64.so.1']
      : ['x86_64-linux-gnu', 'ld-linux-x86-64.so.2']
  const folder = join(tree, 'usr/lib', triplet)
  return [join(folder, loader), '--library-path', folder]
}

/** Undefined where the C library is not glibc (Alpine has musl). */
function glibcVersion(): string | undefined {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return report.header?.glibcVersionRuntime
}

function isNewEnough(version: string | undefined): boolean {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number)
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])
}

function brief(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown reason'
}
