import { argv, exit, stdout } from 'node:process'
import { z } from 'zod'

// Code made for each schema pays for whoever reads a thousand documents: a command reads a few, and is waited for.
// Said before any schema is made, so all else is imported after it.
z.config({ jitless: true })
const { runCommand } = await import('./run-command.js')

// Whoever reads no further (`| head`) has had enough: ended as by SIGPIPE, which Node ignores, and resumed when asked again.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  exit(128 + 13)
})

const code = await runCommand(argv.slice(2))
if (code !== undefined) process.exitCode = code
// Keep-alive sockets and digest threads must not hold a finished command.
if (process.exitCode !== undefined && process.exitCode !== 0) exit(process.exitCode)
