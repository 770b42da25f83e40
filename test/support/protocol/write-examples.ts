/**
 * Writes the kept examples into the fenced blocks of docs/protocol.md:
 *
 *   node --conditions=source --import tsx test/support/protocol/write-examples.ts
 */
import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { keptExamples } from './kept-examples.js'
import { PAGE, readPage, withBodies } from './page.js'
import { renderExample } from './render-example.js'

const examples = keptExamples()
const page = withBodies(readPage(), (block) => renderExample(examples, block))
writeFileSync(PAGE, await format(page, { parser: 'markdown', ...(await resolveConfig(PAGE)) }))
