import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const ROOT = new URL('../../', import.meta.url)
/** How many requirements each section has, in ASVS 5.0.0. */
const REQUIREMENTS = {
  ...{ 'V6.1': 3, 'V6.2': 12, 'V6.3': 8, 'V6.4': 6, 'V6.5': 8, 'V6.6': 4, 'V6.7': 2, 'V6.8': 4 },
  ...{ 'V7.1': 3, 'V7.2': 4, 'V7.3': 2, 'V7.4': 5, 'V7.5': 3, 'V7.6': 2 },
  ...{ 'V9.1': 3, 'V9.2': 4 },
  ...{ 'V11.1': 4, 'V11.2': 5, 'V11.3': 5, 'V11.4': 4, 'V11.5': 2, 'V11.6': 2, 'V11.7': 2 },
}
const CHAPTERS = Array.from({ length: 17 }, (_, i) => `V${String(i + 1)}`)

describe('the table of OWASP ASVS 5.0', () => {
  const page = readFileSync(new URL('docs/asvs.md', ROOT), 'utf8')
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| V'))
    .map((line) => line.split('|').map((cell) => cell.trim()))

  it('speaks of every chapter', () => {
    const spoken = new Set(rows.map(([, chapter = '']) => chapter.split(/[ .]/)[0]))
    expect([...spoken]).to.have.members(CHAPTERS)
  })

  it('leaves out no requirement of authentication, sessions, tokens and cryptography', () => {
    const all = Object.entries(REQUIREMENTS).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, i) => `${section}.${String(i + 1)}`),
    )
    const spoken = rows.map(([, first = '']) => first.split(' ')[0] ?? '')
    expect(spoken.filter((one) => one.includes('.'))).to.deep.equal(all)
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
