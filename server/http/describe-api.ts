/**
 * The wire contract as an OpenAPI 3.1 document: what `docs/openapi.json` is made from.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import type { Access, Endpoint } from '../contract/endpoint.js'
import { endpoints, UPLOADS_PATH } from '../contract/endpoints.js'
import { Problem, refusalCodes } from '../contract/problems.js'
import { describeUploads, TUS_PARAMETERS } from './describe-uploads.js'
import { problemTypes } from './problem-types.js'

type Json = Record<string, unknown>

/** Every problem of a status, under one name. */
const statuses = [...new Set(refusalCodes.map((code) => problemTypes[code].status))].toSorted()
const problemsOf = (status: number) =>
  refusalCodes.filter((code) => problemTypes[code].status === status)

/** Statuses of problems by who may call; all are listed once, under `components`. */
const REFUSALS: Record<Access, readonly number[]> = {
  public: statuses.filter((status) => ![401, 403, 409, 413, 429, 507].includes(status)),
  'self-authenticating': statuses.filter((status) => ![403, 429, 507].includes(status)),
  officer: statuses,
}

/** Of the token that RFC 9449 binds, and of the proof that goes with it in every request. */
const OFFICER = [{ dpopToken: [], dpopProof: [] }]

/**
 * The whole document. Schemas are those by which the relay reads requests; what JSON Schema cannot say
 * (that a statement verifies, that members agree) stands in docs/protocol.md.
 */
export function describeApi(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const [operationId, each] of Object.entries(endpoints)) {
    const path = each.path.replace(/[:*](\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [each.method]: operationOf(operationId, each) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rogatory relay',
      version,
      description:
        'Generated from server/contract. Statements, envelopes and bundles: docs/protocol.md. Live events go over Socket.IO (server/contract/socket-events.ts).',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    paths: { ...paths, ...describeUploads(UPLOADS_PATH, refusals('officer'), OFFICER) },
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      parameters: TUS_PARAMETERS,
      responses: Object.fromEntries(
        statuses.map((status) => [`Problem${status}`, problem(status)]),
      ),
      securitySchemes: {
        dpopToken: {
          type: 'http',
          scheme: 'DPoP',
          description:
            'The access token of POST /v1/token, bound to the officer’s key (RFC 9449 §7.1).',
        },
        dpopProof: {
          type: 'apiKey',
          in: 'header',
          name: 'DPoP',
          description: 'A fresh proof for every request, with `ath` of the token (RFC 9449 §4).',
        },
      },
    },
  }
}

function operationOf(operationId: string, each: Endpoint): Json {
  const { method, summary, access, params, query, body, reply, octets } = each
  const hasBody = (method === 'post' || method === 'put') && membersOf(body).length > 0
  const isLogin = operationId === 'issueToken'
  return {
    operationId,
    summary,
    ...(access === 'officer' && { security: OFFICER }),
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...(isLogin ? [DPOP_HEADER] : []),
    ],
    ...(hasBody && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(body) } },
      },
    }),
    responses: {
      ...refusals(access),
      ...repliesOf(operationId, reply, octets === 'reply'),
    },
  }
}

const DPOP_HEADER = {
  name: 'DPoP',
  in: 'header',
  required: true,
  description: 'A proof without `ath`: there is no token yet.',
  schema: { type: 'string', maxLength: 4096 },
}

/** Statuses of success: 200, save where the contract tells acts that make something apart. */
function repliesOf(operationId: string, reply: z.ZodType, isOctets: boolean): Json {
  const content = isOctets
    ? { [OCTETS[operationId] ?? 'application/octet-stream']: { schema: { type: 'string' } } }
    : { 'application/json': { schema: schemaOf(reply, 'output') } }
  const answer = (description: string) => ({ description, content })
  if (operationId === 'submitPackage') {
    return {
      200: answer('The same submission as before: its evidence A.1.'),
      201: answer('Accepted: evidence A.1.'),
      422: {
        description: 'Rejected: evidence A.2, or a problem where nothing could be verified.',
        content: { ...content, ...problem(422).content },
      },
    }
  }
  if (operationId === 'downloadPart' || operationId === 'downloadResealedPart') {
    return { 200: answer('The whole part.'), 206: answer('The range asked for.') }
  }
  if (operationId === 'ready') return { 200: answer('All answer.'), 503: answer('Some do not.') }
  return { 200: answer('Done.') }
}

const OCTETS: Readonly<Record<string, string>> = {
  readCheckpoint: 'text/plain',
  readVerifier: 'text/html',
  downloadEnvelope: 'application/jose+json',
  downloadResealedEnvelope: 'application/jose+json',
}

const refusals = (access: Access): Json =>
  Object.fromEntries(
    REFUSALS[access].map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  )

function problem(status: number): { description: string; content: Json } {
  const codes = problemsOf(status)
  const titles = codes.map((code) => `\`${code}\`: ${problemTypes[code].title}.`)
  return {
    description: titles.join(' '),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { properties: { code: { enum: codes }, status: { const: status } } },
          ],
        },
      },
    },
  }
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    // A tile's index spans several segments; OpenAPI has one string for them.
    schema: one['type'] === 'array' ? { type: 'string' } : one,
  }))
}

const membersOf = (schema: z.ZodType): string[] =>
  Object.keys((schemaOf(schema) as { properties?: object }).properties ?? {})

/** A request is read strictly; an answer may gain members within a version, and whoever reads it passes over them. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): Json {
  const described: Json = {
    ...z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override({ jsonSchema }) {
        if (io === 'output' && jsonSchema.additionalProperties === false) {
          delete jsonSchema.additionalProperties
        }
      },
    }),
  }
  // OpenAPI 3.1 has this dialect as its default.
  delete described['$schema']
  return described
}
