type Values = Readonly<Record<string, string | undefined>>

const PLACE = /\{(\w+)\}/g

/** Puts values into the `{places}` of a text; undefined if one of them has no value. */
export const fillIfComplete = (text: string, values: Values): string | undefined =>
  [...text.matchAll(PLACE)].some(([, name = '']) => values[name] === undefined)
    ? undefined
    : fill(text, values)

/** The same for a text whose places are all known to have values; one that has none shows as a dash. */
export const fill = (text: string, values: Values): string =>
  text.replace(PLACE, (_place, name: string) => values[name] ?? '—')
