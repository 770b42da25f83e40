import LineBreaker from 'linebreak'

/** From `start` to before `end` of a text: one line. */
export type Line = { readonly start: number; readonly end: number }

/** The width of a part of the text, in points. */
export type Measure = (start: number, end: number) => number

/**
 * Breaks a text into lines no wider than `width`, at the places of UAX #14; a word that is wider alone,
 * as a digest may be, is broken where it is full.
 */
export function breakLines(text: string, width: number, measure: Measure): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  let end = 0
  for (const { from, to, required } of words(text)) {
    if (measure(start, visibleEnd(text, start, to)) <= width) {
      end = to
    } else {
      if (end > start) lines.push({ start, end: visibleEnd(text, start, end) })
      start = from
      for (let fit = fitting(start, to); fit < to; fit = fitting(start, to)) {
        lines.push({ start, end: fit })
        start = fit
      }
      end = to
    }
    if (required && to < text.length) {
      lines.push({ start, end: visibleEnd(text, start, to) })
      start = end = to
    }
  }
  lines.push({ start, end: visibleEnd(text, start, end) })
  return lines

  /** The furthest place up to which the text from `from` fits; one character at least. */
  function fitting(from: number, to: number): number {
    if (measure(from, visibleEnd(text, from, to)) <= width) return to
    let fit = from + 1
    while (fit < to && measure(from, fit + 1) <= width) fit += 1
    return fit
  }
}

function* words(text: string) {
  const breaker = new LineBreaker(text)
  let from = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    yield { from, to: next.position, required: next.required }
    from = next.position
  }
}

/** White space at the end of a line has no width. */
function visibleEnd(text: string, start: number, end: number): number {
  let last = end
  while (last > start && /\s/.test(text[last - 1] ?? '')) last -= 1
  return last
}
