import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ConfigurationError } from '../../configuration-error.js'
import { onPath } from '../on-path.js'
import { fetchPackages } from '../packages/fetch-packages.js'
import { libraryPath } from '../packages/library-path.js'

const PROGRAMS = ['pdftotext', 'pdfsig', 'pdffonts', 'pdfdetach', 'pdfinfo'] as const

/** What to provide poppler's programs from. */
export interface PopplerRequest {
  /** The folder that holds `.services`: the checkout. */
  readonly root: string
  /** `POPPLER_PATH` and `PATH` are looked at. */
  readonly env: NodeJS.ProcessEnv
  readonly report: (line: string) => void
}

/**
 * A folder with the programs of poppler, which judge PDF files in tests: `POPPLER_PATH`, else where this
 * machine has them, else the distribution's package, unpacked under `.services`.
 *
 * @throws `ConfigurationError` with the ways out when there are none.
 */
export async function providePoppler({ root, env, report }: PopplerRequest): Promise<string> {
  const given = env['POPPLER_PATH']?.trim()
  if (given !== undefined && given !== '') return given
  const found = onPath(env, 'pdfsig')
  if (found !== undefined) return dirname(found)
  if (onPath(env, 'apt-get') === undefined) throw noPoppler('there is none on PATH')
  report('poppler: fetching the package of this distribution into .services (once)')
  const set = { name: 'poppler', packages: ['poppler-utils'] }
  const tree = await fetchPackages(join(resolve(root), '.services'), set).catch(
    (error: unknown) => {
      throw noPoppler(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown')
    },
  )
  return wrappers(tree)
}

/** Scripts that start the unpacked programs with their own libraries. */
function wrappers(tree: string): string {
  const folder = join(tree, 'run')
  mkdirSync(folder, { recursive: true })
  for (const program of PROGRAMS) {
    const path = join(folder, program)
    const library = `LD_LIBRARY_PATH=${quoted(libraryPath(tree))}`
    const command = `exec ${quoted(join(tree, 'usr/bin', program))} "$@"`
    writeFileSync(path, `#!/bin/sh\nexport ${library}\n${command}\n`)
    chmodSync(path, 0o755)
  }
  return folder
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

function noPoppler(reason: string): ConfigurationError {
  return new ConfigurationError(`poppler cannot be provided on this machine: ${reason}. Any of:`, [
    'install poppler-utils so that pdftotext and pdfsig are on PATH',
    'name their folder: POPPLER_PATH=/path/to/bin',
  ])
}
