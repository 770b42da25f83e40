import { type BlobAccess, serveBlob } from '../serve-blob.js'

export const downloadPartRoute = (access: BlobAccess) =>
  serveBlob('downloadPart', 'application/octet-stream', access)
