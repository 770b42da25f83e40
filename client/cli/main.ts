import { argv, exit } from 'node:process'
import { runCommand } from './run-command.js'

const code = await runCommand(argv.slice(2))
if (code !== undefined) process.exitCode = code
// Keep-alive sockets and digest threads must not hold a finished command.
if (process.exitCode !== undefined && process.exitCode !== 0) exit(process.exitCode)
