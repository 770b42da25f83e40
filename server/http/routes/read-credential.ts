import { endpoints } from '../../contract/endpoints.js'
import type { ReadCredential } from '../../domain/directory/read-credential.js'
import { serveOfficer } from '../serve.js'

export const readCredentialRoute = (readCredential: ReadCredential) =>
  serveOfficer(endpoints.readCredential, async (_caller, { params }) => ({
    body: await readCredential(params.kid),
  }))
