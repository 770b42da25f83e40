import { argv, exit } from 'node:process'
import { CommanderError } from 'commander'
import { EXIT } from './exit-codes.js'
import { program } from './program.js'
import { reportFailure } from './report-failure.js'

const json = argv.includes('--json')
const code = await program()
  .parseAsync(argv)
  .then(
    () => undefined,
    (error: unknown) => {
      // Commander has already said what was wrong with the words, or shown its help.
      if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
      return reportFailure(error, json)
    },
  )
if (code !== undefined) process.exitCode = code
// Keep-alive sockets and digest threads must not hold a finished command.
if (process.exitCode !== undefined && process.exitCode !== 0) exit(process.exitCode)
