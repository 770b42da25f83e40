import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const ROOT = new URL('../../', import.meta.url)

describe('the threat model', () => {
  const page = readFileSync(new URL('docs/threat-model.md', ROOT), 'utf8')
  const [, attacks = ''] = /## Attacks and answers\n([^]*?)\n## /.exec(page) ?? []
  const rows = attacks
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))

  it('has an answer to each attack, and says what remains', () => {
    expect(rows.length).to.be.above(40)
    for (const [, attack = '', answer = '', remains = ''] of rows) {
      expect(answer, attack).to.not.equal('')
      expect(remains, attack).to.not.equal('')
    }
  })

  it('names tests that are there, wherever it says that an answer is tested', () => {
    const said = rows.flatMap(([, attack = '', answer = '']) =>
      [...answer.matchAll(/tested[^:]*: ([^)]*)\)/g)].map(([, named = '']) => ({ attack, named })),
    )
    expect(said.length).to.be.above(25)
    for (const { attack, named } of said) {
      const paths = [...named.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path)
      expect(paths, attack).to.not.deep.equal([])
      for (const path of paths) {
        expect(existsSync(fileURLToPath(new URL(path, ROOT))), path).to.equal(true)
      }
    }
  })
})
