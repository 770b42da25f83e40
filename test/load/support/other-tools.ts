import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { timed } from './alternate.js'

/** Sealing and opening one file with somebody else's tools; milliseconds. */
export type OtherTool = {
  readonly name: string
  readonly seal: (path: string) => Promise<number>
  readonly open: () => Promise<number>
}
export type Found = OtherTool | { readonly name: string; readonly missing: string }

/** `age` to three recipients, signed with `minisign` (which digests the file once more). */
export function ageAndMinisign(folder: string): Found {
  const name = 'age + minisign'
  const lacking = ['age', 'age-keygen', 'minisign'].filter((program) => !isOnPath(program))
  if (lacking.length > 0) return { name, missing: `missing: ${lacking.join(', ')}` }
  const at = (file: string) => join(folder, file)
  const readers = ['one', 'two', 'three'].map((reader) => {
    run('age-keygen', ['-o', at(`${reader}.age`)])
    return /public key: (age1\w+)/.exec(readFileSync(at(`${reader}.age`), 'utf8'))?.[1] ?? ''
  })
  run('minisign', ['-G', '-W', '-p', at('mini.pub'), '-s', at('mini.key')])
  const to = readers.flatMap((reader) => ['-r', reader])
  return {
    name,
    seal: timedAfterRemoving(at('sealed.age'), (path) => {
      run('age', [...to, '-o', at('sealed.age'), path])
      run('minisign', ['-S', '-s', at('mini.key'), '-m', at('sealed.age')])
    }),
    open: timedAfterRemoving(at('opened.age'), () => {
      run('minisign', ['-V', '-q', '-p', at('mini.pub'), '-m', at('sealed.age')])
      run('age', ['-d', '-i', at('two.age'), '-o', at('opened.age'), at('sealed.age')])
    }),
  }
}

/** `gpg` to three recipients, signed, without compression. */
export function gpg(folder: string): Found {
  const name = 'gpg -z 0'
  if (!isOnPath('gpg')) return { name, missing: 'missing: gpg' }
  const home = join(folder, 'gnupg')
  mkdirSync(home, { mode: 0o700 })
  const base = ['--homedir', home, '--batch', '--quiet', '--yes', '--trust-model', 'always']
  const people = ['one', 'two', 'three']
  for (const person of people) {
    run('gpg', [...base, '--passphrase', '', '--quick-gen-key', person, 'future-default'])
  }
  const to = people.flatMap((person) => ['-r', person])
  const [sealed, opened] = [join(folder, 'sealed.gpg'), join(folder, 'opened.gpg')]
  return {
    name,
    seal: timedAfterRemoving(sealed, (path) => {
      run('gpg', [...base, '-z', '0', '--sign', '--encrypt', ...to, '-o', sealed, path])
    }),
    open: timedAfterRemoving(opened, () => {
      run('gpg', [...base, '--decrypt', '-o', opened, sealed])
    }),
  }
}

function timedAfterRemoving(target: string, work: (path: string) => void) {
  return (path = '') => {
    rmSync(target, { force: true })
    return timed(() => {
      work(path)
      // Ours is on the disk when it says so; theirs is waited for.
      run('sync', [target])
      return Promise.resolve()
    })
  }
}

const run = (program: string, args: readonly string[]) =>
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })

const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
