import { byExtension, extensionOf } from './by-extension.js'

/** The media type that the extension of a name claims, where one is known. */
export const claimedMediaType = (name: string): string | undefined =>
  byExtension(name)?.names[extensionOf(name)]
