import { endpoints } from '../../contract/endpoints.js'
import type { Authenticate } from '../../domain/access/authenticate.js'
import { Refusal } from '../../domain/errors.js'
import { serve } from '../serve.js'

export const issueTokenRoute = (authenticate: Authenticate) =>
  serve(endpoints.issueToken, async ({ body }, { proof }) => {
    if (proof === undefined) throw new Refusal('unauthenticated', 'a DPoP proof is needed')
    const { client_assertion: assertion, session, security_key: securityKey } = body
    return { body: await authenticate({ assertion, proof, session, securityKey }) }
  })
