import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ClientError } from '../core/client-error.js'
import { SCANNER_SECONDS } from './scanner-seconds.js'

/** Looks at a file of decrypted octets before it gets its name. @throws as {@link documentScanner} says */
export type DocumentScanner = (path: string) => Promise<void>

/**
 * Has files searched by a program of this machine that ends as scanners do: with 0 for clean, with 1 for malicious.
 *
 * @param command - the program and its arguments, separated by spaces; no shell reads it. The absolute path of the
 *   file is added, such as `clamdscan --fdpass --no-summary`.
 * @param seconds - after so many it is killed, and the document is not handed out.
 * @returns what throws ClientError `document-malicious`, or `scanner-failed` when nothing can be said of the file:
 *   the program is not there, ended otherwise, took too long, or changed the file.
 */
export function documentScanner(command: string, seconds = SCANNER_SECONDS): DocumentScanner {
  const [program = '', ...words] = command.trim().split(/\s+/)
  if (program === '') throw failed('it has no name')
  return async (path) => {
    const before = await fingerprint(path)
    const ending = await endingOf(program, [...words, resolve(path)], seconds)
    if (ending === 1) throw malicious()
    if (ending !== 0) {
      throw failed(
        ending === 'late' ? `it did not end within ${seconds} s` : `it ended with ${ending}`,
      )
    }
    // One that takes out what it finds would leave what nobody has signed.
    if ((await fingerprint(path)) !== before) throw failed('it changed the document')
  }
}

/** Its code, or the signal that has ended it; `late` where that was ours. */
function endingOf(
  program: string,
  words: readonly string[],
  seconds: number,
): Promise<number | string> {
  return new Promise((done, fail) => {
    const limits = { timeout: seconds * 1000, killSignal: 'SIGKILL' } as const
    const scanner = spawn(program, words, { ...limits, stdio: 'ignore' })
    scanner
      .once('error', () => fail(failed('it cannot be started')))
      .once('exit', (code, signal) => done(scanner.killed ? 'late' : (code ?? String(signal))))
  })
}

const fingerprint = (path: string): Promise<string> =>
  stat(path).then(
    ({ size, mtimeMs, ino }) => `${ino}/${size}/${mtimeMs}`,
    () => 'gone',
  )

const malicious = () =>
  new ClientError(
    'document-malicious',
    'the scanner of this machine has found a document malicious',
    'It was not handed out. Tell the sender by another channel, and acknowledge all the same: a receipt says what came.',
  )

const failed = (why: string) =>
  new ClientError(
    'scanner-failed',
    `the scanner of this machine says nothing of a document: ${why}`,
    'Nothing unsearched was handed out. Look at --scanner or ROGATORY_SCANNER, then run the same command again.',
  )
