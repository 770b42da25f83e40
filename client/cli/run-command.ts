import { CommanderError } from 'commander'
import { ClientError } from '../core/client-error.js'
import { EXIT } from './exit-codes.js'
import { program } from './program.js'
import { reportFailure } from './report-failure.js'

/**
 * Runs one command, whatever becomes of it.
 *
 * @param words - as they were typed, without the name of the program.
 * @returns the exit code, or undefined where the command has set that of the process, or none.
 */
export async function runCommand(words: readonly string[]): Promise<number | undefined> {
  const json = words.includes('--json')
  try {
    await program().parseAsync(isVersionAsked(words) ? ['version'] : words, { from: 'user' })
    return undefined
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(error, json)
    if (error.exitCode === 0) return EXIT.done
    // Commander has shown its help already: nothing was asked for.
    if (error.code === 'commander.help' && !json) return EXIT.usage
    return reportFailure(misunderstood(error), json)
  }
}

/** No option of the program: commands have one of that name, `draft show --version 2`. */
const isVersionAsked = (words: readonly string[]): boolean =>
  words.length === 1 && words[0] === '--version'

function misunderstood({ code, message }: CommanderError): ClientError {
  const said =
    code === 'commander.help'
      ? 'no command was given'
      : message.replace(/^error: /, '').replace('\n', ' ')
  return new ClientError('usage', said, KEY.test(said) ? BEHIND : 'See: rogatory --help')
}

/** A thumbprint in base64url begins with a hyphen once in 64 times; where it is no option's value, it looks like one. */
const KEY = /^unknown option '-[A-Za-z0-9_-]{42}'/
const BEHIND =
  'A key that begins with - is named last, after --, as in: rogatory officer remove -- <key>'
