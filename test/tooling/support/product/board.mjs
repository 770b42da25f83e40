// Stands for the board of queues.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

appendFileSync(join(process.env['DATA_DIR'], 'trace'), `board ${process.pid}\n`)
process.on('SIGTERM', () => process.exit(0))
setInterval(() => undefined, 1000)
