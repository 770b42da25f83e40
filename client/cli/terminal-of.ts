import type { CommandContext } from './command-context.js'
import { type Terminal, terminal } from './terminal.js'

export const terminalOf = ({ global }: CommandContext): Terminal =>
  terminal({ json: global.json === true, quiet: global.quiet === true })
