import { argv, exit } from 'node:process'
import { CommanderError } from 'commander'
import { ClientError } from '../core/client-error.js'
import { EXIT } from './exit-codes.js'
import { program } from './program.js'
import { reportFailure } from './report-failure.js'

const json = argv.includes('--json')
const code = await program()
  .parseAsync(argv)
  .then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof CommanderError)) return reportFailure(error, json)
      if (error.exitCode === 0) return EXIT.done
      // Commander has shown its help already: nothing was asked for.
      if (error.code === 'commander.help' && !json) return EXIT.usage
      return reportFailure(misunderstood(error), json)
    },
  )
if (code !== undefined) process.exitCode = code
// Keep-alive sockets and digest threads must not hold a finished command.
if (process.exitCode !== undefined && process.exitCode !== 0) exit(process.exitCode)

function misunderstood({ code, message }: CommanderError): ClientError {
  const said =
    code === 'commander.help'
      ? 'no command was given'
      : message.replace(/^error: /, '').replace('\n', ' ')
  return new ClientError('usage', said, 'See: rogatory --help')
}
