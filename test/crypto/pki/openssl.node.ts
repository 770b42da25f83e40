import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** OpenSSL in a folder of its own: the judge of what this project writes and reads. */
export type Openssl = {
  readonly run: (...args: readonly string[]) => string
  /** Whether the command succeeds. */
  readonly accepts: (...args: readonly string[]) => boolean
  readonly write: (name: string, content: string | Uint8Array) => void
  readonly read: (name: string) => Uint8Array
  readonly folder: string
  readonly close: () => void
}

export function openssl(): Openssl {
  const folder = mkdtempSync(join(tmpdir(), 'rogatory-openssl-'))
  const run = (...args: readonly string[]) =>
    execFileSync('openssl', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  return {
    folder,
    run,
    accepts: (...args) => {
      try {
        run(...args)
        return true
      } catch {
        return false
      }
    },
    write: (name, content) => writeFileSync(join(folder, name), content),
    read: (name) => new Uint8Array(readFileSync(join(folder, name))),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
