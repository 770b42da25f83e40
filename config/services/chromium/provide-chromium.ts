import { execFile } from 'node:child_process'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ConfigurationError } from '../../configuration-error.js'
import { onPath } from '../on-path.js'
import { fetchPackages } from '../packages/fetch-packages.js'
import { libraryPath } from '../packages/library-path.js'

const run = promisify(execFile)
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const

/** What to provide a browser from. */
export interface ChromiumRequest {
  /** The folder that holds `.services`: the checkout. */
  readonly root: string
  /** `CHROMIUM_PATH`, `PATH` and `CI` are looked at. */
  readonly env: NodeJS.ProcessEnv
  readonly report: (line: string) => void
}

/**
 * The path of a Chromium that starts: `CHROMIUM_PATH`, else one of this machine, else the distribution's
 * package; installed when a continuous integration runs as root, unpacked under `.services` otherwise.
 *
 * @throws `ConfigurationError` with the ways out when there is none.
 */
export async function provideChromium(request: ChromiumRequest): Promise<string> {
  const { env, report } = request
  const given = env['CHROMIUM_PATH']?.trim()
  if (given !== undefined && given !== '') return given
  const present = onPath(env, ...NAMES)
  if (present !== undefined) return present
  if (onPath(env, 'apt-get') === undefined) throw noChromium('there is none on PATH')
  if (process.getuid?.() === 0 && (env['CI'] ?? '') !== '') {
    const installed = await installChromium(env, report)
    if (installed !== undefined) return installed
  }
  return fetchChromium(join(resolve(request.root), '.services'), report)
}

async function installChromium(
  env: NodeJS.ProcessEnv,
  report: (line: string) => void,
): Promise<string | undefined> {
  report("Chromium: installing the distribution's package, as CI runs as root")
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 }
  const install = ['install', '-y', '--no-install-recommends', 'chromium']
  await run('apt-get', ['update'], options).catch(() => undefined)
  await run('apt-get', install, options).catch(() => undefined)
  return onPath(env, ...NAMES)
}

async function fetchChromium(home: string, report: (line: string) => void): Promise<string> {
  if (!existsSync(join(home, 'packages', 'chromium', 'complete'))) {
    report('Chromium: fetching the package of this distribution into .services (once)')
  }
  const tree = await fetchPackages(home, { name: 'chromium', packages: ['chromium'] }).catch(
    (error: unknown) => {
      throw noChromium(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown')
    },
  )
  const program = join(tree, 'usr/lib/chromium/chromium')
  if (!existsSync(program)) throw noChromium('the package of this distribution holds no program')
  return wrapper(tree, program)
}

/** A script that starts the unpacked browser with its own libraries and, where there are none, its fonts. */
function wrapper(tree: string, program: string): string {
  const path = join(tree, 'run-chromium')
  const lines = ['#!/bin/sh', `export LD_LIBRARY_PATH=${quoted(libraryPath(tree))}`]
  if (!existsSync('/etc/fonts/fonts.conf')) {
    const fonts = join(tree, 'fonts.conf')
    const folder = join(tree, 'usr/share/fonts')
    writeFileSync(fonts, `<?xml version="1.0"?><fontconfig><dir>${folder}</dir></fontconfig>\n`)
    lines.push(`export FONTCONFIG_FILE=${quoted(fonts)}`)
  }
  lines.push(`exec ${quoted(program)} "$@"`, '')
  writeFileSync(path, lines.join('\n'))
  chmodSync(path, 0o755)
  return path
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function noChromium(reason: string): ConfigurationError {
  return new ConfigurationError(`Chromium cannot be provided on this machine: ${reason}. Any of:`, [
    'install chromium or google-chrome so that it is on PATH',
    'name one: CHROMIUM_PATH=/path/to/chromium',
  ])
}
