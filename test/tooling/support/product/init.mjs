// Stands for the relay's initialisation.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

appendFileSync(join(process.env['DATA_DIR'], 'trace'), `init ${process.env['RELAY_ORIGIN']}\n`)
if (process.env['TEST_INIT'] === 'fails') {
  console.error('the folder cannot be written')
  process.exit(4)
}
