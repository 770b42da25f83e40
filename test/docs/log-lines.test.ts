import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { logEvents } from '#server/observability/log-fields.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = readFileSync(join(root, 'docs/operations.md'), 'utf8')
const VOCABULARY = 'log-fields.ts'

/** All that relay, workers and board are made of, but for the vocabulary itself. */
const sources = ['server', 'workers']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith(VOCABULARY))
      .map((path) => readFileSync(join(root, folder, path), 'utf8')),
  )
  .join('\n')

describe('the lines of the log', () => {
  it('have a row each in docs/operations.md, and no other has one', () => {
    const [, section = ''] = /^## Log lines$([^]*?)^##/m.exec(page) ?? []
    const rows = [...section.matchAll(/^\|([^|]*)\|/gm)].map(([, names = '']) => names)
    const named = rows.flatMap((names) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name))
    expect(named).to.have.members([...logEvents])
  })

  it('are written by something', () => {
    expect(logEvents.filter((event) => !sources.includes(`'${event}'`))).to.deep.equal([])
  })
})
