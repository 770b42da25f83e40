import { endpoints } from '../../contract/endpoints.js'
import type { ReadAuthority } from '../../domain/directory/read-authority.js'
import { serve } from '../serve.js'

export const readAuthorityRoute = (readAuthority: ReadAuthority) =>
  serve(endpoints.readAuthority, async ({ params }) => ({
    body: await readAuthority(params.authority),
  }))
