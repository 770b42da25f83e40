import { expect } from 'chai'
import { createElement, Suspense } from 'react'
import { prerender } from 'react-dom/static'
import { screenView } from '#client/browser/shell/screen-view.js'

/** What a screen shows, or that it fails. */
async function shown(view: ReturnType<ReturnType<typeof screenView>>): Promise<string> {
  const errors: unknown[] = []
  const page = createElement(Suspense, { fallback: 'waiting' }, createElement(view))
  const { prelude } = await prerender(page, { onError: (error) => void errors.push(error) })
  const html = await new Response(prelude).text()
  return errors.length > 0 ? 'failed' : html
}

describe('a screen that is fetched', function () {
  this.timeout(30_000)

  it('recovers from a failure with the next attempt, and not before', async () => {
    let isAway = true
    const view = screenView(() =>
      isAway ? Promise.reject(new TypeError('away')) : Promise.resolve(() => 'the screen'),
    )
    const first = view('1 /packages')
    expect(await shown(first)).to.equal('failed')
    isAway = false
    expect(view('1 /packages')).to.equal(first)
    const second = view('2 /packages')
    expect(second).to.not.equal(first)
    expect(await shown(second)).to.include('the screen')
  })

  it('stays the same once it is there, wherever one goes', async () => {
    const view = screenView(() => Promise.resolve(() => 'the screen'))
    const first = view('0 /packages')
    expect(await shown(first)).to.include('the screen')
    expect(view('0 /drafts')).to.equal(first)
  })
})
