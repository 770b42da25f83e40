import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { answerParent } from '../support/answer-parent.js'

/** The least that takes a file over HTTP and gives it back: written, flushed, no digest, no questions. */
const path = join(process.env['BENCH_FOLDER'] ?? '.', 'plain.bin')
const server = createServer((request, response) => {
  void (request.method === 'PUT' ? take() : pipeline(createReadStream(path), response))

  async function take(): Promise<void> {
    await pipeline(request, createWriteStream(path))
    const file = await open(path, 'r+')
    await file.sync()
    await file.close()
    response.end()
  }
})
server.requestTimeout = 0
server.listen(0, '127.0.0.1')
await once(server, 'listening')

answerParent({ port: () => Promise.resolve((server.address() as AddressInfo).port) })
