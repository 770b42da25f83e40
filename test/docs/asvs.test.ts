import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const ROOT = new URL('../../', import.meta.url)
/**
 * How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, which are its first; of
 * authentication, sessions, tokens and cryptography those of level 3 as well.
 */
const REQUIREMENTS = {
  'V1.1': 2,
  'V1.2': 9,
  'V1.3': 11,
  'V1.4': 3,
  'V1.5': 2,
  'V2.1': 3,
  'V2.2': 3,
  'V2.3': 4,
  'V2.4': 1,
  'V3.2': 2,
  'V3.3': 4,
  'V3.4': 6,
  'V3.5': 5,
  'V3.7': 2,
  'V4.1': 3,
  'V4.2': 1,
  'V4.3': 2,
  'V4.4': 4,
  'V5.1': 1,
  'V5.2': 3,
  'V5.3': 2,
  'V5.4': 3,
  'V6.1': 3,
  'V6.2': 12,
  'V6.3': 8,
  'V6.4': 6,
  'V6.5': 8,
  'V6.6': 4,
  'V6.7': 2,
  'V6.8': 4,
  'V7.1': 3,
  'V7.2': 4,
  'V7.3': 2,
  'V7.4': 5,
  'V7.5': 3,
  'V7.6': 2,
  'V8.1': 2,
  'V8.2': 3,
  'V8.3': 1,
  'V8.4': 1,
  'V9.1': 3,
  'V9.2': 4,
  'V10.1': 2,
  'V10.2': 2,
  'V10.3': 4,
  'V10.4': 11,
  'V10.5': 5,
  'V10.6': 2,
  'V10.7': 3,
  'V11.1': 4,
  'V11.2': 5,
  'V11.3': 5,
  'V11.4': 4,
  'V11.5': 2,
  'V11.6': 2,
  'V11.7': 2,
  'V12.1': 3,
  'V12.2': 2,
  'V12.3': 4,
  'V13.1': 1,
  'V13.2': 5,
  'V13.3': 2,
  'V13.4': 5,
  'V14.1': 2,
  'V14.2': 4,
  'V14.3': 3,
  'V15.1': 3,
  'V15.2': 3,
  'V15.3': 7,
  'V16.1': 1,
  'V16.2': 5,
  'V16.3': 4,
  'V16.4': 3,
  'V16.5': 3,
  'V17.1': 1,
  'V17.2': 4,
  'V17.3': 2,
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

  it('leaves out no requirement of level 2, nor of level 3 in four chapters', () => {
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
