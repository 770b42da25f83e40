import type { SaidChange } from '../../core/directory/own-entry-file.js'

/** What changes, as it is and as it will be; of lists and of groups only what differs. */
export const entryChangeLines = (changes: readonly SaidChange[]): readonly string[] =>
  changes.flatMap(({ member, before, after }) => [
    `${member}:`,
    ...itemsOf(before)
      .filter((item) => !itemsOf(after).includes(item))
      .map((item) => `  - ${item}`),
    ...itemsOf(after)
      .filter((item) => !itemsOf(before).includes(item))
      .map((item) => `  + ${item}`),
    ...(isReordered(before, after) ? [`  in this order: ${JSON.stringify(after)}`] : []),
  ])

/** JSON, so that no character of a text moves the cursor. */
function itemsOf(value: unknown): readonly string[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(item))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, item]) => `${name} ${JSON.stringify(item)}`)
  }
  return [JSON.stringify(value)]
}

function isReordered(before: unknown, after: unknown): boolean {
  const [one, other] = [itemsOf(before), itemsOf(after)]
  return (
    Array.isArray(before) &&
    Array.isArray(after) &&
    one.length === other.length &&
    one.every((item) => other.includes(item))
  )
}
