import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const ROOT = new URL('../../', import.meta.url)
const page = readFileSync(fileURLToPath(new URL('docs/translation.md', ROOT)), 'utf8')

/** The rows of what goes wrong, without those that make the table. */
const rows = (/^## What goes wrong[^]*?(?=^## )/m.exec(page)?.[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('docs/translation.md', () => {
  it('says of everything that goes wrong which test holds it', () => {
    expect(rows).to.have.length.above(9)
    for (const [, what, , heldBy = ''] of rows) {
      const tests = [...heldBy.matchAll(/`(test\/[\w./-]+\.test\.ts)`/g)].map(([, path]) => path)
      expect(tests, what).not.to.deep.equal([])
      for (const path of tests) {
        const isThere = existsSync(fileURLToPath(new URL(path ?? '', ROOT)))
        expect(isThere, `${what}: ${path}`).to.equal(true)
      }
    }
  })

  it('names no outcome that none of these tests asserts', () => {
    for (const [, what, outcome = '', heldBy = ''] of rows) {
      const tests = [...heldBy.matchAll(/`(test\/[\w./-]+\.test\.ts)`/g)].map(([, path]) =>
        readFileSync(fileURLToPath(new URL(path ?? '', ROOT)), 'utf8'),
      )
      for (const [, code] of outcome.matchAll(/`([a-z]+[-/][a-z-]+)`/g)) {
        const isAsserted = tests.some((text) => text.includes(`'${code ?? ''}'`))
        expect(isAsserted, `${what}: ${code}`).to.equal(true)
      }
    }
  })
})
