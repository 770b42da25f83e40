import { expect } from 'chai'
import { receivedNames } from '#client/files/received-names.js'

describe('names of received documents', () => {
  it('are the sender’s own where that can be', () => {
    const names = ['request.pdf', 'مرفق.pdf', 'scan of 3.7.2026.png', 'a']
    expect(receivedNames(names)).to.deep.equal(names)
  })

  it('are numbered where a file system may take two for one', () => {
    const names = ['a.pdf', 'A.pdf', 'é.pdf', 'e\u0301.pdf', 'Maß.txt', 'MASS.txt', 'form.json']
    expect(receivedNames(names, ['form.json'])).to.deep.equal([
      ...['a.pdf', 'A (2).pdf', 'é.pdf', 'e\u0301 (2).pdf', 'Maß.txt', 'MASS (2).txt'],
      'form (2).json',
    ])
  })

  it('lead nowhere, hide nothing and mean no device', () => {
    const cases: Readonly<Record<string, string>> = {
      '../../etc/passwd': '_.._.._etc_passwd',
      '/etc/passwd': '_etc_passwd',
      'C:\\windows': 'C__windows',
      '..': '_',
      '': '_',
      '.bashrc': '_.bashrc',
      'a\0.pdf': 'a_.pdf',
      'a\n\u001b[2J.pdf': 'a__[2J.pdf',
      'a\u202efdp.exe': 'a_fdp.exe',
      'x.pdf. .': 'x.pdf_',
      'CON.pdf': '_CON.pdf',
      nul: '_nul',
      'console.pdf': 'console.pdf',
    }
    const received = Object.keys(cases).map((name) => [name, receivedNames([name])[0]])
    expect(Object.fromEntries(received)).to.deep.equal({ ...cases, '..': '__' })
  })

  it('fit into a file system, keeping their extension', () => {
    const stem = 'ن'.repeat(199)
    const [long = '', other = ''] = receivedNames([`${stem}ن.pdf`, `${stem}.pdf`])
    expect(Buffer.byteLength(long)).to.be.at.most(200)
    expect(long).to.match(/\.pdf$/)
    expect(other).to.match(/ \(2\)\.pdf$/)
  })
})
