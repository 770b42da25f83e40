import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { keepDocument } from './keep-document.mjs'
import { root } from './root.mjs'

/** node tooling/document-api.mjs [--check]: docs/openapi.json from server/contract. */
await build()
const { describeApi } = await import('../dist/server/http/describe-api.js')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const path = join(root, 'docs', 'openapi.json')
const wanted = `${JSON.stringify(describeApi(version), undefined, 2)}\n`

keepDocument(path, wanted)
