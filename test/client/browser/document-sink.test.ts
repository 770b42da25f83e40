import { expect } from 'chai'
import { documentSink } from '#client/browser/platform/document-sink.js'

describe('where a browser saves a document', () => {
  const host = globalThis as { showSaveFilePicker?: unknown }
  afterEach(() => delete host.showSaveFilePicker)
  const stream = () =>
    Promise.resolve({ write: () => Promise.resolve(), close: () => Promise.resolve() })

  it('is a file that somebody chooses when it is large, called as they called it whatever it turns out to be', async () => {
    host.showSaveFilePicker = () => Promise.resolve({ name: 'mine.pdf', createWritable: stream })
    const sink = await documentSink({ name: 'theirs.pdf', length: 64 * 1024 * 1024 + 1 })
    await sink.commit('extension')
    expect(sink.nameOf('extension')).to.equal('mine.pdf')
  })

  it('is else the downloads, under a name that claims no more than is so', async () => {
    for (const length of [1, 64 * 1024 * 1024 + 1]) {
      const sink = await documentSink({ name: 'theirs.pdf', length })
      expect(sink.nameOf(undefined)).to.equal('theirs.pdf')
      expect(sink.nameOf('extension')).to.equal('theirs.pdf.bin')
    }
  })
})
