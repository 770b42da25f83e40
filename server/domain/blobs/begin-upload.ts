import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { BlobKey } from '../ports.js'
import { hasRole } from '../access/require-permission.js'
import type { Upload, UploadStore } from './upload-store.js'

type Ports = {
  readonly uploads: Pick<UploadStore, 'begin' | 'octetsBy'>
  /** Octets that one translator may have uploaded within the lifetime of an upload. */
  readonly translatorBytes: number
}

/**
 * Begins an upload, or finds it. A translator, who often is of no authority that answers for the room, has so
 * much of it: what was uploaded counts until it is as old as an upload that nobody goes on with.
 *
 * Two that begin at once may exceed it by one of them: it bounds, it does not count.
 *
 * @throws {@link Refusal} `uploads-full`; as `UploadStore.begin`
 */
export function beginUpload({ uploads, translatorBytes }: Ports) {
  return async (
    { roles, kid }: Pick<Caller, 'roles' | 'kid'>,
    blob: BlobKey & { readonly length: number },
  ): Promise<Upload> => {
    if (hasRole(roles, CORRESPONDENTS)) return uploads.begin(blob)
    if ((await uploads.octetsBy(kid, blob)) + blob.length > translatorBytes) {
      throw new Refusal('uploads-full', `a translator has ${translatorBytes} octets of room`)
    }
    return uploads.begin({ ...blob, by: kid })
  }
}
