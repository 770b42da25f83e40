import { expect } from 'chai'
import { keptExamples } from '#test/support/protocol/kept-examples.js'
import { blocksOf, readExamples, readPage } from '#test/support/protocol/page.js'
import { renderExample } from '#test/support/protocol/render-example.js'

describe('docs/protocol.md: kept examples', () => {
  const examples = keptExamples()

  it('are what the page shows', () => {
    const page = readExamples()
    for (const block of blocksOf(readPage())) {
      const rendered = renderExample(examples, block)
      if (block.language === 'json') {
        expect(JSON.parse(block.body), block.name).to.deep.equal(JSON.parse(rendered))
      } else {
        expect(block.isWrapped ? page.text(block.name) : block.body, block.name).to.equal(
          block.isWrapped ? rendered.replaceAll('\n', '') : rendered,
        )
      }
    }
  })

  it('are all shown', () => {
    const { names } = readExamples()
    expect(Object.keys(examples).filter((name) => !names.includes(name))).to.deep.equal([])
  })
})
