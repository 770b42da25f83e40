type Json = Record<string, unknown>

const TUS = { $ref: '#/components/parameters/TusResumable' }
const LOCATED = {
  name: 'upload',
  in: 'path',
  required: true,
  description: 'From `Location` of the creation.',
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
}
const header = (name: string, description: string, isRequired = true): Json => ({
  name,
  in: 'header',
  required: isRequired,
  description,
  schema: { type: 'string' },
})
const told = (description: string): Json => ({ description, schema: { type: 'string' } })

/** What tus asks of every request. */
export const TUS_PARAMETERS = {
  TusResumable: { ...header('Tus-Resumable', 'The version of tus.'), schema: { const: '1.0.0' } },
}

/**
 * Resumable uploads: tus 1.0 with creation, termination and expiration
 * (https://tus.io/protocols/resumable-upload).
 *
 * @param refusals - the problems of an officer's request.
 * @param security - what an officer's request carries.
 */
export function describeUploads(path: string, refusals: Json, security: unknown): Json {
  const of = (operationId: string, summary: string, parameters: Json[], done: Json): Json => ({
    operationId,
    summary,
    security,
    parameters: [TUS, ...parameters],
    responses: { ...done, ...refusals },
  })
  return {
    [path]: {
      post: of(
        'createUpload',
        'Announce a part; the same announcement again is the same upload.',
        [
          header('Upload-Length', 'Octets of the ciphertext.'),
          header(
            'Upload-Metadata',
            '`package`, `part` and `digest` (SHA-256 in hex), each in base64.',
          ),
        ],
        {
          201: {
            description: 'Created, or found.',
            headers: {
              Location: told('Where to send it.'),
              'Upload-Expires': told(
                'When it is deleted if nobody goes on with it (RFC 9110 §5.6.7).',
              ),
            },
          },
        },
      ),
    },
    [`${path}/{upload}`]: {
      head: of('readUpload', 'How far an upload has come.', [LOCATED], {
        200: {
          description: 'It is there.',
          headers: {
            'Upload-Offset': told('Octets that are kept durably.'),
            'Upload-Length': told('Octets in all.'),
          },
        },
      }),
      patch: {
        ...of(
          'continueUpload',
          'Send octets from an offset on; with the last one the digest is compared.',
          [LOCATED, header('Upload-Offset', 'Where these octets begin.')],
          {
            204: {
              description: 'Kept durably.',
              headers: { 'Upload-Offset': told('Octets that are kept durably.') },
            },
          },
        ),
        requestBody: {
          required: true,
          content: { 'application/offset+octet-stream': { schema: { type: 'string' } } },
        },
      },
      delete: of('deleteUpload', 'Give an upload up.', [LOCATED], {
        204: { description: 'Gone.' },
      }),
    },
  }
}
