import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const ROOT = new URL('../../', import.meta.url)
const CHAPTERS = Array.from({ length: 17 }, (_, i) => `V${String(i + 1)}`)

describe('the table of OWASP ASVS 5.0', () => {
  const page = readFileSync(new URL('docs/asvs.md', ROOT), 'utf8')
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| V'))
    .map((line) => line.split('|').map((cell) => cell.trim()))

  it('speaks of every chapter', () => {
    const spoken = new Set(rows.map(([, chapter = '']) => chapter.split(' ')[0]))
    expect([...spoken]).to.deep.equal(CHAPTERS)
  })

  for (const [, chapter = '', topic = '', state = '', evidence = ''] of rows) {
    it(`${chapter}: ${topic}`, () => {
      expect(state).to.be.oneOf(['met', 'not met', 'not applicable'])
      expect(evidence).to.not.equal('')
      const named = [...evidence.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path)
      if (state === 'met') expect(named).to.not.deep.equal([])
      for (const path of named) {
        expect(existsSync(fileURLToPath(new URL(path, ROOT))), path).to.equal(true)
      }
    })
  }
})
