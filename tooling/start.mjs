import { ensurePackages } from './ensure-packages.mjs'
import { startFlags } from './start-flags.mjs'

/**
 * npm start [-- --port N] [--no-example | --example] [--quiet]: everything from a fresh checkout to
 * a running relay with something to look at. See docs/architecture.md for what runs in which process.
 */
const flags = startFlags(process.argv.slice(2))
ensurePackages()
const { build } = await import('./build.mjs')
if ((await build()) && !flags.quiet) console.log('Built dist/')
const { supervise } = await import('./supervise.mjs')
process.exitCode = await supervise(flags)
