import { execFile } from 'node:child_process'
import { accessSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** One archive that this machine takes packages from. */
interface Archive {
  readonly uri: string
  /** Such as `bookworm` or `bookworm-security`. */
  readonly suite: string
}

/** APT with lists and cache of its own: it needs no root and leaves the machine's APT as it is. */
export interface Apt {
  update(): Promise<void>
  /** What `apt-get install` would have to install here for these packages, by name. */
  missing(...packages: readonly string[]): Promise<string[]>
  /** Downloads packages of these names into `folder`, verified against the archive's signature. */
  download(folder: string, packages: readonly string[]): Promise<void>
}

/**
 * APT on a scratch folder.
 *
 * Mirrors come from the machine's own sources, never from this code: many people sit behind one. For a
 * newer release than the machine's (`release`), the same mirrors are asked for that one.
 */
export async function scratchApt(scratch: string, release?: string): Promise<Apt> {
  await mkdir(join(scratch, 'lists', 'partial'), { recursive: true })
  await mkdir(join(scratch, 'cache', 'archives', 'partial'), { recursive: true })
  const options = [
    `-oDir::State::Lists=${join(scratch, 'lists')}`,
    `-oDir::Cache=${join(scratch, 'cache')}`,
    '-oDir::Cache::pkgcache=',
    '-oDir::Cache::srcpkgcache=',
    '-oDebug::NoLocking=1',
    '-oAPT::Sandbox::User=root',
    '-oAPT::Update::Post-Invoke-Success=',
    '-oAcquire::Languages=none',
    '-oAcquire::Retries=2',
  ]
  if (release !== undefined) {
    options.push(`-oDir::Etc::sourcelist=${await writeSources(scratch, release)}`)
    options.push('-oDir::Etc::sourceparts=/dev/null')
  }
  const apt = async (args: readonly string[], cwd = scratch): Promise<string> => {
    const { stdout } = await run('apt-get', [...options, ...args], {
      cwd,
      maxBuffer: 16 * 1024 * 1024,
      timeout: 600_000,
    })
    return stdout
  }
  return {
    async update() {
      // One unreachable archive of several fails the whole command; what matters is the download.
      await apt(['update']).catch(() => undefined)
    },
    async missing(...packages) {
      const plan = await apt(['-s', 'install', '--no-install-recommends', ...packages])
      return [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name ?? '')
    },
    async download(folder, packages) {
      await mkdir(folder, { recursive: true })
      await apt(['download', ...packages], folder)
    },
  }
}

/** Unpacks a package without installing it: no scripts of it run. */
export async function unpack(file: string, folder: string): Promise<void> {
  await run('dpkg', ['-x', file, folder])
}

/** `ID` and `VERSION_CODENAME` of os-release(5). */
export function distribution(): { readonly id: string; readonly codename: string } {
  let text = ''
  try {
    text = readFileSync('/etc/os-release', 'utf8')
  } catch {
    // Not a system that says what it is: nothing is known of it.
  }
  const field = (name: string): string =>
    new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(text)?.[1] ?? ''
  return { id: field('ID'), codename: field('VERSION_CODENAME') }
}

async function writeSources(scratch: string, release: string): Promise<string> {
  const { codename, id } = distribution()
  const keyring = `/usr/share/keyrings/${id}-archive-keyring.gpg`
  const options = exists(keyring) ? `[signed-by=${keyring}] ` : ''
  const lines = (await machineArchives())
    .filter(({ suite }) => suite === codename || suite.startsWith(`${codename}-`))
    .map(({ uri, suite }) => `deb ${options}${uri} ${suite.replace(codename, release)} main`)
  const path = join(scratch, 'sources.list')
  await writeFile(path, [...new Set(lines), ''].join('\n'))
  return path
}

async function machineArchives(): Promise<Archive[]> {
  const format = '$(REPO_URI) $(RELEASE) $(COMPONENT)'
  const { stdout } = await run('apt-get', [
    'indextargets',
    '--format',
    format,
    'Created-By: Packages',
  ])
  return stdout
    .split('\n')
    .map((line) => line.split(' '))
    .filter((fields) => fields[2] === 'main')
    .map(([uri = '', suite = '']) => ({ uri, suite }))
}

function exists(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
