import { element } from './element.js'

type Cell = HTMLElement | string

export const section = (title: string, ...content: readonly HTMLElement[]): HTMLElement =>
  element('section', {}, element('h3', {}, title), ...content)

/** A table with headings; it scrolls by itself where the screen is narrow, by keyboard too. */
export const table = (
  name: string,
  head: readonly string[],
  body: readonly (readonly Cell[])[],
): HTMLElement =>
  element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': name },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...head.map((cell) => element('th', { scope: 'col' }, cell))),
      ),
      element('tbody', {}, ...body.map((cells) => row(cells))),
    ),
  )

/** A table of one thing: each row a name and a value. */
export const rows = (name: string, body: readonly (readonly [string, Cell])[]): HTMLElement =>
  element('table', { 'aria-label': name }, element('tbody', {}, ...body.map((cells) => row(cells))))

const row = ([first = '', ...others]: readonly Cell[]) =>
  element(
    'tr',
    {},
    element('th', { scope: 'row' }, first),
    // A name of the other direction stays in its cell's place, and keeps its own order.
    ...others.map((cell) =>
      element('td', {}, typeof cell === 'string' ? element('bdi', {}, cell) : cell),
    ),
  )
