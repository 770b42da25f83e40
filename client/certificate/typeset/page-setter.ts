import type { Document } from './document.js'
import type { Language } from '../../languages/language.js'
import type { Bilingual, Block, Table } from '../block.js'
import type { SetText, Style, TextSetter } from './text-setter.js'

const MARGIN = 56
const FOOT = 40
const INK = '#0b0c0c'
const RULE = '#b1b4b6'
const SHADE = '#f3f2f1'
const PADDING = 3.5

const styles = {
  title: { size: 19, bold: true },
  subtitle: { size: 10.5, colour: '#505a5f' },
  1: { size: 15, bold: true },
  2: { size: 11.5, bold: true },
  body: { size: 8.6 },
  strong: { size: 8.6, bold: true },
  cell: { size: 7.7 },
  head: { size: 7.7, bold: true },
  verdict: { size: 13, bold: true },
} satisfies Readonly<Record<string, Style>>

/** Sets blocks on pages from top to bottom, and marks what each is for a screen reader (PDF/UA). */
/** @param setterOf - for what is said in another language beside. */
export function pageSetter(
  doc: Document,
  texts: TextSetter,
  setterOf: (language: Language) => TextSetter,
) {
  const root = doc.struct('Document')
  doc.addStructure(root)
  const width = doc.page.width - 2 * MARGIN
  const bottom = () => doc.page.height - MARGIN - FOOT
  let y = MARGIN

  function room(height: number): void {
    if (y + height <= bottom()) return
    doc.addPage()
    y = MARGIN
  }
  /** What is only for the eye. */
  function artifact(draw: () => void): void {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }
  const rule = (at: number, colour: string, weight: number) =>
    artifact(() => {
      doc
        .moveTo(MARGIN, at)
        .lineTo(MARGIN + width, at)
        .lineWidth(weight)
        .stroke(colour)
    })

  /** One text over the whole width; `keep` is what must stand on the same page after it. */
  function piece(tag: string, text: string, style: Style, after: number, keep = 0): void {
    const set = texts.set(text, width, style)
    room(set.height + keep)
    root.add(doc.struct(tag, {}, () => texts.draw(set, MARGIN, y, width)))
    y += set.height + after
  }

  function list(items: readonly string[]): void {
    const element = doc.struct('L')
    root.add(element)
    const indent = 12
    for (const item of items) {
      const set = texts.set(item, width - indent, styles.body)
      room(set.height)
      const isRtl = texts.direction === 'rtl'
      const dot = isRtl ? MARGIN + width - 4 : MARGIN + 4
      const at = y
      artifact(() => doc.circle(dot, at + set.style.size * 0.75, 1.5).fill(INK))
      const body = () => texts.draw(set, isRtl ? MARGIN : MARGIN + indent, at, width - indent)
      element.add(doc.struct('LI', {}, doc.struct('LBody', {}, body)))
      y += set.height + 2
    }
    element.end()
    y += 4
  }

  function table({ columns, head, rows }: Table): void {
    const share = width / columns.reduce((sum, column) => sum + column, 0)
    const widths = columns.map((column) => column * share)
    const element = doc.struct('Table')
    root.add(element)
    const setRow = (cells: readonly string[], isHead: boolean) =>
      cells.map((cell, index) => {
        const isHeading = isHead || (head === undefined && index === 0)
        const style = isHeading ? styles.head : styles.cell
        return { isHeading, set: texts.set(cell, (widths[index] ?? 0) - 2 * PADDING, style) }
      })
    const heightOf = (row: readonly { set: SetText }[]) =>
      Math.max(...row.map(({ set }) => set.height)) + 2 * PADDING

    function drawRow(row: ReturnType<typeof setRow>, isHead: boolean): void {
      const height = heightOf(row)
      const top = y
      if (isHead) artifact(() => doc.rect(MARGIN, top, width, height).fill(SHADE))
      let offset = 0
      const cells = row.map(({ isHeading, set }, index) => {
        const own = widths[index] ?? 0
        const left = texts.direction === 'rtl' ? width - offset - own : offset
        offset += own
        const x = MARGIN + left + PADDING
        const draw = () => texts.draw(set, x, top + PADDING, own - 2 * PADDING)
        const scope = isHead ? ('Column' as const) : ('Row' as const)
        return doc.struct(isHeading ? 'TH' : 'TD', isHeading ? { scope } : {}, draw)
      })
      element.add(doc.struct('TR', {}, cells))
      y += height
      rule(y, RULE, 0.5)
    }

    const headRow = head && setRow(head, true)
    const beginning = heightOf(setRow(rows[0] ?? [''], false))
    room((headRow ? heightOf(headRow) : 0) + beginning)
    if (headRow) drawRow(headRow, true)
    else rule(y, RULE, 0.5)
    for (const cells of rows) {
      const row = setRow(cells, false)
      const page = doc.page
      room(heightOf(row))
      // The heading again, for whoever holds only this page.
      if (doc.page !== page && headRow) drawRow(headRow, true)
      drawRow(row, false)
    }
    element.end()
    y += 9
  }

  const bilingualStyles = {
    title: styles.title,
    subtitle: styles.subtitle,
    heading: styles[2],
    body: styles.body,
  }
  const GAP = 22
  function bilingual({ languages, rows }: Bilingual): void {
    const own = (width - GAP) / 2
    const setters = languages.map((lang) => ({ lang, ...setterOf(lang) }))
    const element = doc.struct('Table')
    root.add(element)
    for (const row of rows) {
      const cells = setters.map(({ set, ...rest }, side) => {
        return { ...rest, set: set(row.texts[side] ?? '', own, bilingualStyles[row.as]) }
      })
      const height = Math.max(...cells.map(({ set }) => set.height))
      y += row.as === 'heading' ? 6 : 0
      room(height)
      const top = y
      const drawn = cells.map(({ lang, set, draw }, side) =>
        doc.struct('TD', { lang }, () => draw(set, MARGIN + side * (own + GAP), top, own)),
      )
      element.add(doc.struct('TR', {}, drawn))
      y += height + (row.as === 'subtitle' ? 8 : 5)
      const middle = MARGIN + own + GAP / 2
      artifact(() => doc.moveTo(middle, top).lineTo(middle, y).lineWidth(0.5).stroke(RULE))
    }
    element.end()
    y += 9
  }

  function verdict(isProved: boolean, title: string, text: string): void {
    const inner = width - 28
    const set = [texts.set(title, inner, styles.verdict), texts.set(text, inner, styles.body)]
    const height = set.reduce((sum, one) => sum + one.height, 0) + 16
    const [top, colour] = [y, isProved ? '#00703c' : '#594d00']
    artifact(() => {
      doc.rect(MARGIN, top, width, height).fill(isProved ? '#e6f2eb' : '#fff7bf')
      const edge = texts.direction === 'rtl' ? MARGIN + width - 5 : MARGIN
      doc.rect(edge, top, 5, height).fill(colour)
    })
    let at = top + 8
    for (const one of set) {
      const here = at
      root.add(doc.struct('P', {}, () => texts.draw(one, MARGIN + 14, here, inner)))
      at += one.height
    }
    y += height + 10
  }

  function add(block: Block): void {
    switch (block.kind) {
      case 'title':
        piece('H1', block.text, styles.title, 1)
        piece('P', block.subtitle, styles.subtitle, 10)
        return
      case 'heading':
        y += block.level === 2 ? 5 : 0
        piece(`H${block.level + 1}`, block.text, styles[block.level], 4, 60)
        return
      case 'paragraph':
        piece('P', block.text, styles.body, 7)
        return
      case 'verdict':
        verdict(block.isProved, block.title, block.text)
        return
      case 'list':
        list(block.items)
        return
      case 'table':
        table(block)
        return
      case 'bilingual':
        bilingual(block)
        return
      case 'new-page':
        doc.addPage()
        y = MARGIN
    }
  }

  /** At the foot of every page, when all are there. */
  function foot(textOf: (page: number, pages: number) => string): void {
    const { start, count } = doc.bufferedPageRange()
    for (let page = start; page < start + count; page++) {
      doc.switchToPage(page)
      const set = texts.set(textOf(page + 1, count), width, { size: 7.5, colour: '#505a5f' })
      artifact(() => texts.draw(set, MARGIN, doc.page.height - MARGIN - 6, width))
    }
  }
  return { add, foot, end: () => root.end() }
}
