// Stands for the relay: answers its readiness, notes its process, watches its parent.
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { exitWithParent } from '../../../../dist/config/parent-watch.js'

const note = (line) => appendFileSync(join(process.env['DATA_DIR'], 'trace'), `${line}\n`)
const end = (why) => {
  note(`relay ends: ${why}`)
  process.exit(0)
}
if (process.env['TEST_RELAY'] === 'crashes') {
  console.log('{"level":"fatal","msg":"the disk is full"}')
  process.exit(3)
}
const server = createServer((request, response) => {
  response.statusCode = request.url === '/health/ready' ? 200 : 404
  response.end()
})
server.listen(Number(process.env['RELAY_PORT']), process.env['RELAY_HOST'], () => {
  note(`relay ${process.pid}`)
})
process.on('SIGTERM', () => end('asked'))
exitWithParent(() => end('parent gone'))
