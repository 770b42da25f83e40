import type { Document } from './document.js'
import { directionOf, type Language } from '../../languages/language.js'
import { breakLines } from './break-lines.js'
import { faceName, type Script } from './faces.js'
import { analyse, type Run, visualRuns } from './runs.js'

export type Style = { readonly size: number; readonly bold?: boolean; readonly colour?: string }

/** A text broken into lines for one width, each line's runs from left to right. */
export type SetText = {
  readonly lines: readonly { readonly runs: readonly Run[]; readonly width: number }[]
  readonly height: number
  readonly style: Style
}

/** Room for ascenders, descenders and marks of every font, as a multiple of the size. */
const LEADING = 1.45
const ASCENT = 1.07
const MAIN: Partial<Record<Language, Script>> = { ar: 'arabic', zh: 'chinese' }

/** The font in which a language is set; other scripts within it have their own. */
export const mainScript = (language: Language): Script => MAIN[language] ?? 'latin'

/**
 * Sets texts of one language: bidirectional order, lines, and the runs of each in its font. pdfkit
 * shapes a run (OpenType, by fontkit), and knows neither direction nor lines of mixed scripts.
 */
export function textSetter(doc: Document, language: Language) {
  const main = mainScript(language)
  const direction = directionOf(language)
  const widths = new Map<string, number>()

  function runWidth({ text, script }: Run, { size, bold = false }: Style): number {
    const name = `${faceName({ script, bold })} ${size} ${text}`
    const known = widths.get(name)
    if (known !== undefined) return known
    doc.font(faceName({ script, bold })).fontSize(size)
    // With a list of features, though an empty one, a run is shaped as one piece and not by words.
    const width = doc.widthOfString(text, { features: [] })
    widths.set(name, width)
    return width
  }
  const widthOf = (runs: readonly Run[], style: Style) =>
    runs.reduce((sum, run) => sum + runWidth(run, style), 0)

  function set(text: string, width: number, style: Style): SetText {
    const analysis = analyse(text, direction, main)
    const measure = (start: number, end: number) => widthOf(visualRuns(analysis, start, end), style)
    const lines = breakLines(text, width, measure).map(({ start, end }) => {
      const runs = visualRuns(analysis, start, end)
      return { runs, width: widthOf(runs, style) }
    })
    return { lines, height: lines.length * style.size * LEADING, style }
  }

  /** Draws at `x`, `y` (the top), aligned to where the language begins in `width`. */
  function draw({ lines, style }: SetText, x: number, y: number, width: number): void {
    const { size, bold = false, colour = '#0b0c0c' } = style
    for (const [index, line] of lines.entries()) {
      const baseline = y + index * size * LEADING + size * ASCENT
      let at = direction === 'rtl' ? x + width - line.width : x
      for (const run of line.runs) {
        doc
          .font(faceName({ script: run.script, bold }))
          .fontSize(size)
          .fillColor(colour)
        doc.text(run.text, at, baseline, {
          lineBreak: false,
          features: [],
          baseline: 'alphabetic',
        })
        at += runWidth(run, style)
      }
    }
  }
  return { set, draw, direction }
}
export type TextSetter = ReturnType<typeof textSetter>
