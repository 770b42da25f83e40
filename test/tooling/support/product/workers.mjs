// Stands for the workers, and for a process that forgets to watch its parent and ignores SIGTERM.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

appendFileSync(join(process.env['DATA_DIR'], 'trace'), `workers ${process.pid}\n`)
process.on('SIGTERM', () => process.env['TEST_WORKERS'] === 'stubborn' || process.exit(0))
setInterval(() => undefined, 1000)
