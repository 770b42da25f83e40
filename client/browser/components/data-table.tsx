import { Table } from '@mantine/core'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'

export type Column<Row> = {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Is the row's own name, read out before its other cells. */
  readonly isRowHeader?: boolean
}

type DataTableProps<Row> = {
  /** Read out before the table; not shown where a heading says the same. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Where Enter leads; also j and k go through the rows then: of one table of a page, the first or the one in use. */
  readonly onOpen?: (row: Row) => void
  readonly classOf?: (row: Row) => string | undefined
}

/**
 * A list as a real table. On a narrow screen each row becomes a block in which every value has its
 * column's title. With `onOpen`, j and k move through the rows and Enter opens, while the focus is in the table or on
 * nothing that has keys of its own.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, onOpen, classOf } = props
  const [current, setCurrent] = useState<string | undefined>()
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(props, body, current, setCurrent)
  return (
    <Table className="data-table" role="table" data-keys={onOpen !== undefined || undefined}>
      <caption className="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, title }) => (
            <th key={id} scope="col" role="columnheader">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} role="rowgroup">
        {rows.map((row) => {
          const key = keyOf(row)
          return (
            <tr
              key={key}
              role="row"
              data-row={key}
              className={[classOf?.(row), current === key ? 'current' : ''].join(' ')}
              onClick={(event) => {
                // A link in it goes its own way.
                if (!(event.target as Element).closest('a, button')) onOpen?.(row)
              }}
            >
              {columns.map(({ id, title, cell, isRowHeader = false }) =>
                isRowHeader ? (
                  <th key={id} scope="row" role="rowheader" data-title={title}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} role="cell" data-title={title}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function useRowKeys<Row>(
  { rows, keyOf, onOpen }: DataTableProps<Row>,
  body: RefObject<HTMLTableSectionElement | null>,
  current: string | undefined,
  setCurrent: (key: string) => void,
): void {
  useEffect(() => {
    if (onOpen === undefined) return undefined
    const press = (event: KeyboardEvent): void => {
      const focused = document.activeElement
      if (event.ctrlKey || event.metaKey || event.altKey || !hasKeys(body.current, focused)) return
      const here = focused?.closest('[data-row]')?.getAttribute('data-row') ?? current
      const at = rows.findIndex((row) => keyOf(row) === here)
      const to = event.key === 'j' ? at + 1 : event.key === 'k' ? Math.max(0, at - 1) : undefined
      const next = to === undefined ? undefined : rows[to]
      if (next !== undefined) {
        event.preventDefault()
        setCurrent(keyOf(next))
        goTo(body.current, keyOf(next))
      }
      const chosen = rows[at]
      // A link or a button of the row has the key itself.
      if (event.key === 'Enter' && chosen !== undefined && isNowhere(focused)) onOpen(chosen)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [rows, keyOf, onOpen, body, current, setCurrent])
}

/** Whether keys are for this table: the focus is in it, or nowhere, and it is the first of the page. */
function hasKeys(body: HTMLElement | null, focused: Element | null): boolean {
  if (body === null) return false
  if (focused !== null && body.contains(focused)) return !focused.matches(TYPED)
  return isNowhere(focused) && document.querySelector('[data-keys]')?.contains(body) === true
}

const TYPED = 'input, select, textarea, [contenteditable]'
const PRESSED = 'a, button, summary, audio, video, iframe'

/** On the page as such, or on what takes the focus only to be read out, as its title. */
const isNowhere = (focused: Element | null) =>
  focused === null ||
  focused === document.body ||
  focused.matches(`[tabindex="-1"]:not(${TYPED}, ${PRESSED})`)

function goTo(body: HTMLElement | null, key: string): void {
  const row = body?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)
  row?.scrollIntoView({ block: 'nearest' })
  row?.querySelector<HTMLElement>('a, button')?.focus()
}
