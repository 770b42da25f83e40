import { expect } from 'chai'
import { fileNames } from '#client/browser/ageing/file-names.js'

const file = (name: string, folder = '') => ({
  name,
  webkitRelativePath: folder === '' ? '' : `${folder}/${name}`,
})

describe('the bundles among files that were chosen', () => {
  it('are told apart by where they lie, and what is no bundle is left out', () => {
    const files = [
      file('a.rogatory-proof', 'archive/2025'),
      file('a.rogatory-proof', 'archive/2026'),
      file('notes.txt', 'archive'),
      file('b.rogatory-proof'),
      file('b.rogatory-proof'),
    ]
    expect([...fileNames(files).keys()]).to.deep.equal([
      'archive/2025/a.rogatory-proof',
      'archive/2026/a.rogatory-proof',
      'b.rogatory-proof',
    ])
  })
})
