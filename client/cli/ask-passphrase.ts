import { readFile } from 'node:fs/promises'
import { stderr, stdin } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { ClientError } from '../core/client-error.js'
import { cannotRead } from '../files/cannot-read.js'
import { isInLeakedHashes } from '../files/leaked-hashes.js'
import { requireGoodPassphrase } from '../core/officers/passphrase-rule.js'

/** The passphrase from a file (its first line), or typed without an echo where there is a terminal. */
export async function askPassphrase(file: string | undefined, question: string): Promise<string> {
  if (file !== undefined) return notEmpty(await firstLine(file), file)
  if (!stdin.isTTY) {
    throw new ClientError(
      'keystore-passphrase',
      'the passphrase cannot be asked for without a terminal',
      'Name a file with --passphrase-file or ROGATORY_PASSPHRASE_FILE.',
    )
  }
  stderr.write(`${question}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const prompt = createInterface({ input: stdin, output: silent, terminal: true })
  try {
    return notEmpty(await prompt.question(''), 'the line typed')
  } finally {
    prompt.close()
    stderr.write('\n')
  }
}

/**
 * A passphrase that protects something from now on: by the rule, and typed twice where it is typed.
 *
 * @param leaked - a list of one's own that it must not be on, see `isInLeakedHashes`.
 * @throws {@link ClientError} `keystore-passphrase`; as `isInLeakedHashes`
 */
export async function askNewPassphrase(
  file: string | undefined,
  question: string,
  leaked?: string,
): Promise<string> {
  const passphrase = await requireGoodPassphrase(await askPassphrase(file, question))
  if (leaked !== undefined && (await isInLeakedHashes(leaked, passphrase))) {
    throw new ClientError(
      'keystore-passphrase',
      `the passphrase was stolen before: it is in ${leaked}`,
      'Use another one; four random words do well.',
    )
  }
  if (file !== undefined || (await askPassphrase(file, `${question}, again`)) === passphrase) {
    return passphrase
  }
  throw new ClientError('keystore-passphrase', 'the two are not the same', 'Type it again.')
}

async function firstLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(cannotRead(file))
  return text.split(/\r?\n/, 1)[0] ?? ''
}

function notEmpty(passphrase: string, where: string): string {
  if (passphrase !== '') return passphrase
  throw new ClientError(
    'keystore-passphrase',
    `${where} holds no passphrase`,
    'Type it again, or correct the file that --passphrase-file names.',
  )
}
