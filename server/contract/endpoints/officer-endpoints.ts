import { z } from 'zod'
import { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { AuthorityId, Kid, Length } from '#crypto/fields/fields.js'
import { CLIENT_ASSERTION_TYPE } from '../client-assertion-type.js'
import { endpoint } from '../endpoint.js'
import { NamedSession } from '../session-wire.js'
import { Accepted, DirectoryRecord, None, Statement, TokenReply } from '../wire.js'

/** Log-in, credentials, revocations, and the vault of an authority. */
export const officerEndpoints = {
  issueNonce: endpoint({
    method: 'get',
    path: '/v1/nonce',
    summary: 'A nonce for what a security key signs to begin a session; good for five minutes.',
    access: 'public',
    params: None,
    query: None,
    body: None,
    reply: z.strictObject({ nonce: SecurityKeyAssertion.shape.nonce }),
  }),
  issueToken: endpoint({
    method: 'post',
    path: '/v1/token',
    summary:
      'Exchange a client assertion (RFC 7523) and a DPoP proof (RFC 9449) for an access token.',
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({
      grant_type: z.literal('client_credentials'),
      client_assertion_type: z.literal(CLIENT_ASSERTION_TYPE),
      client_assertion: Statement,
      session: NamedSession.optional().describe('Without it the token is a session of its own.'),
      security_key: SecurityKeyAssertion.optional().describe(
        'What a security key has signed to begin the session (WebAuthn), where the authority demands it.',
      ),
    }),
    reply: TokenReply,
  }),
  publishCredential: endpoint({
    method: 'post',
    path: '/v1/officers',
    summary: 'Publish an officer credential; answered with evidence X.2.',
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ credential: Statement }),
    reply: Accepted,
  }),
  readCredential: endpoint({
    method: 'get',
    path: '/v1/officers/:kid',
    summary: 'The newest credential of one officer key.',
    access: 'officer',
    params: z.strictObject({ kid: Kid }),
    query: None,
    body: None,
    reply: DirectoryRecord,
  }),
  listOfficers: endpoint({
    method: 'get',
    path: '/v1/officers',
    summary: "The newest credential of every key of the caller's authority.",
    access: 'officer',
    params: None,
    query: None,
    body: None,
    reply: z.strictObject({ officers: z.array(DirectoryRecord) }),
  }),
  listTranslators: endpoint({
    method: 'get',
    path: '/v1/translators/:authority',
    summary: 'The newest credential of every translator whom an authority or provider offers.',
    access: 'officer',
    params: z.strictObject({ authority: AuthorityId }),
    query: None,
    body: None,
    reply: z.strictObject({ translators: z.array(DirectoryRecord) }),
  }),
  publishRevocation: endpoint({
    method: 'post',
    path: '/v1/revocations',
    summary: 'Revoke an officer key as of a moment; answered with evidence X.3.',
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ revocation: Statement }),
    reply: Accepted,
  }),
  readVault: endpoint({
    method: 'get',
    path: '/v1/vault',
    summary: "The caller's authority's vault, newest version.",
    access: 'officer',
    params: None,
    query: None,
    body: None,
    reply: z.strictObject({ version: Length, vault: z.string().max(1024 * 1024) }),
  }),
  storeVault: endpoint({
    method: 'put',
    path: '/v1/vault',
    summary: 'Store the next version of the vault (role admin); refused when the version exists.',
    access: 'officer',
    params: None,
    query: None,
    body: z.strictObject({
      version: Length,
      vault: z
        .string()
        .min(2)
        .max(1024 * 1024),
      forgetEarlier: z
        .literal(true)
        .optional()
        .describe('Delete the versions before: one of them holds a key that is destroyed.'),
    }),
    reply: z.strictObject({ version: Length }),
  }),
} as const
