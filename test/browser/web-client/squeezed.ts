import type { Page } from 'playwright-core'

/** 1280 pixels at 200 % (WCAG 1.4.4), and the narrowest that content has to flow into (1.4.10), in CSS pixels. */
const WIDTHS = [640, 320]
const HEIGHT = 450

/**
 * Whatever a person acts on and cannot reach or read: beyond a side of the screen, cut off by something around it, or
 * with words of its own cut off. What is out of sight on purpose (for screen readers, until focused, scrolled within) is not meant.
 */
const CUT = `(() => {
  const found = []
  const over = document.documentElement.scrollWidth - innerWidth
  if (over > 0) {
    const widest = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
    found.push('the page scrolls sideways by ' + over + ': ' + widest.slice(-3).map((e) => e.outerHTML.slice(0, 120)).join(' | '))
  }
  const cuts = (style, axis) => style['overflow' + axis] === 'hidden' || style['overflow' + axis] === 'clip'
  for (const control of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    const box = control.getBoundingClientRect()
    const style = getComputedStyle(control)
    if (box.width < 2 || box.height < 2 || style.visibility === 'hidden' || style.opacity === '0') continue
    if (control.matches('.skip')) continue
    const say = (what) => found.push(what + ': ' + control.outerHTML.slice(0, 160))
    if (box.left < -1 || box.right > innerWidth + 1) say('beyond the side')
    if (control.matches('button, a, summary')) {
      for (const part of [control, ...control.querySelectorAll('*')]) {
        if (cuts(getComputedStyle(part), 'X') && part.clientWidth > 1 && part.scrollWidth > part.clientWidth + 1) say('words cut off')
        if (cuts(getComputedStyle(part), 'Y') && part.clientHeight > 1 && part.scrollHeight > part.clientHeight + 3) say('lines cut off')
      }
    }
    for (let around = control.parentElement; around; around = around.parentElement) {
      const frame = around.getBoundingClientRect()
      const its = getComputedStyle(around)
      if (its.position === 'absolute' && frame.width < 2) break
      if (cuts(its, 'X') && (box.left < frame.left - 1 || box.right > frame.right + 1)) say('cut off at the side')
      if (cuts(its, 'Y') && (box.top < frame.top - 1 || box.bottom > frame.bottom + 1)) say('cut off above or below')
    }
  }
  return found
})()`

/** What of the screen cannot be reached or read when it is magnified; afterwards it is as wide as before. */
export async function squeezed(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    // One frame for what watches the size of a part of the page.
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    )
    const cut = await page.evaluate<string[]>(CUT)
    found.push(...cut.map((one) => `at ${width}: ${one}`))
  }
  if (before !== null) await page.setViewportSize(before)
  return found
}
