import { expect } from 'chai'
import { fromBase64 } from '#crypto/bytes/bytes.js'
import {
  formatWitnessRequest,
  parseTreeSize,
  parseWitnessRequest,
} from '#crypto/transparency/witness-request.js'
import { codeOf } from '#test/support/code-of.js'

// The example of C2SP tlog-witness, add-checkpoint.
const hashes = [
  'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=',
  'jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=',
  '5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=',
  '/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=',
]
const note = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`
const example = `old 20852014\n${hashes.join('\n')}\n\n${note}`

describe('witness request', () => {
  it('is read and written as the specification shows it', () => {
    const request = { oldSize: 20_852_014, path: hashes.map(fromBase64), note }
    expect(parseWitnessRequest(example)).to.deep.equal(request)
    expect(formatWitnessRequest(request)).to.equal(example)
  })

  it('has no proof from the empty tree', () => {
    const first = `old 0\n\n${note}`
    expect(parseWitnessRequest(first)).to.deep.equal({ oldSize: 0, path: [], note })
    expect(formatWitnessRequest({ oldSize: 0, path: [], note })).to.equal(first)
  })

  for (const [what, body] of [
    ['nothing', ''],
    ['no empty line', example.replaceAll('\n\n', '\n')],
    ['no size', example.replace('old 20852014\n', '')],
    ['another word', example.replace('old', 'size')],
    ['a leading zero', example.replace('old 2', 'old 02')],
    ['a negative size', example.replace('old 2', 'old -2')],
    ['a size beyond 2^53', example.replace('20852014', '9007199254740992')],
    ['a carriage return', example.replace('20852014\n', '20852014\r\n')],
    ['a hash too short', example.replace(hashes[0] ?? '', 'AAAA')],
    ['a hash that is no base64', example.replace(hashes[0] ?? '', '!')],
    ['an empty first line', `\n${example}`],
    ['64 lines of proof', `old 1\n${`${hashes[0]}\n`.repeat(64)}\n${note}`],
    ['a body beyond all bounds', `old 1\n\n${'x'.repeat(300_000)}`],
  ] as const) {
    it(`is refused with ${what}`, async () => {
      expect(await codeOf(() => parseWitnessRequest(body))).to.equal('transparency/note')
    })
  }

  it('is not written where nobody could read it', async () => {
    const write = () => formatWitnessRequest({ oldSize: -1, path: [], note })
    expect(await codeOf(write)).to.equal('transparency/note')
  })

  it('has sizes in one spelling', () => {
    expect(parseTreeSize('0')).to.equal(0)
    expect(parseTreeSize('9007199254740991')).to.equal(Number.MAX_SAFE_INTEGER)
    for (const text of ['', '00', '1e3', ' 1', '9007199254740992']) {
      expect(parseTreeSize(text), text).to.equal(undefined)
    }
  })
})
