import { endpoints } from '../../contract/endpoints.js'
import type { IssueNonce } from '../../domain/access/issue-nonce.js'
import { serve } from '../serve.js'

export const issueNonceRoute = (issueNonce: IssueNonce) =>
  serve(endpoints.issueNonce, async () => ({ body: await issueNonce() }))
