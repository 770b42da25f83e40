import { type Format, FORMATS } from './formats.js'

const formats = new Map(
  FORMATS.flatMap((format) => Object.keys(format.names).map((name) => [name, format] as const)),
)

/** The format that the extension of a name claims, where one is known. */
export const byExtension = (name: string): Format | undefined => formats.get(extensionOf(name))

/** What follows the last dot, in small letters; empty where there is none. */
export const extensionOf = (name: string): string =>
  name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
