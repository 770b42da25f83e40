import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ROOT } from './bundle-tests.js'

const PAGE = `<!doctype html><meta charset="utf-8"><title>crypto</title><link rel="icon" href="data:,">
<div id="mocha"></div><script src="/mocha.js"></script>
<script>mocha.setup({ ui: 'bdd', timeout: 60000, reporter: 'spec' })</script>
<script type="module" src="/tests.js"></script>`

export type ServedPage = { readonly url: string; close(): void }

/** Serves mocha and the tests to one browser. Loopback is a secure context, so WebCrypto is there. */
export async function servePage(tests: string): Promise<ServedPage> {
  const script = 'text/javascript; charset=utf-8'
  const files = new Map([
    ['/', { type: 'text/html; charset=utf-8', body: PAGE }],
    ['/tests.js', { type: script, body: tests }],
    ['/mocha.js', { type: script, body: await mochaForBrowsers() }],
  ])
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    if (file === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': file.type }).end(file.body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const mochaForBrowsers = () => readFile(join(ROOT, 'node_modules/mocha/mocha.js'), 'utf8')
