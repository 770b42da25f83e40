import { type BlobAccess, serveBlob } from '../serve-blob.js'

export const downloadEnvelopeRoute = (access: BlobAccess) =>
  serveBlob('downloadEnvelope', 'application/jose+json', access)
