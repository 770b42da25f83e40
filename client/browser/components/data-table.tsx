import { Table } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'

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
  /** Where Enter leads; also j and k go through the rows then. */
  readonly onOpen?: (row: Row) => void
  readonly classOf?: (row: Row) => string | undefined
}

/**
 * A list as a real table. On a narrow screen each row becomes a block in which every value has its
 * column's title. With `onOpen`, j and k move through the rows from anywhere on the page, Enter opens.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, onOpen, classOf } = props
  const [current, setCurrent] = useState<string | undefined>()
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(props, current, setCurrent)
  useEffect(() => {
    if (current === undefined) return
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector<HTMLElement>('a, button')?.focus()
  }, [current])
  return (
    <Table className="data-table" role="table">
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
  current: string | undefined,
  setCurrent: (key: string | undefined) => void,
): void {
  useEffect(() => {
    if (onOpen === undefined) return undefined
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event)) return
      const at = rows.findIndex((row) => keyOf(row) === current)
      const to = event.key === 'j' ? at + 1 : event.key === 'k' ? Math.max(0, at - 1) : undefined
      const row = to === undefined ? undefined : rows[to]
      if (row !== undefined) {
        event.preventDefault()
        setCurrent(keyOf(row))
      }
      const chosen = rows[at]
      const isElsewhere = document.activeElement?.closest('tbody, body') === document.body
      if (event.key === 'Enter' && chosen !== undefined && isElsewhere) onOpen(chosen)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [rows, keyOf, onOpen, current, setCurrent])
}

const isTyping = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  ctrlKey ||
  metaKey ||
  altKey ||
  (target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]'))
