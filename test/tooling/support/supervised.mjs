// Runs the supervisor on the stand-ins beside this file.
import { startFlags } from '../../../tooling/start-flags.mjs'
import { supervise } from '../../../tooling/supervise.mjs'

const script = (name) => `test/tooling/support/product/${name}.mjs`
process.exitCode = await supervise(startFlags(process.argv.slice(2)), {
  init: script('init'),
  relay: script('relay'),
  workers: script('workers'),
  board: script('board'),
  example: script('example'),
})
