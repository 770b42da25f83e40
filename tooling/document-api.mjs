import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { root } from './root.mjs'

/** node tooling/document-api.mjs [--check]: docs/openapi.json from server/contract. */
await build()
const { describeApi } = await import('../dist/server/http/describe-api.js')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const path = join(root, 'docs', 'openapi.json')
const wanted = `${JSON.stringify(describeApi(version), undefined, 2)}\n`

if (!process.argv.includes('--check')) {
  writeFileSync(path, wanted)
} else if (read() !== wanted) {
  console.error('docs/openapi.json has drifted; run: node tooling/document-api.mjs')
  process.exit(1)
}

function read() {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
