import { toUtf8 } from '../bytes/bytes.js'

/** What a part's encryption is bound to: the octets of `<package id>/<part id>`. */
export const partAssociatedData = (packageId: string, partId: string): Uint8Array<ArrayBuffer> =>
  toUtf8(`${packageId}/${partId}`)
