import { toBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { UPLOADS_PATH } from '#server/contract/endpoints.js'
import { ClientError } from '../core/client-error.js'
import type { UploadedPart } from '../core/ports.js'
import type { Access } from './access.js'
import { exchange } from './exchange.js'
import type { Line } from './line.js'
import { retry } from './retry.js'
import { withAccess } from './with-access.js'

/**
 * Begins an upload, or finds the one that was begun before (tus 1.0, creation): the same part has the
 * same address.
 *
 * @returns The upload's address, always at this relay.
 * @throws RelayProblem, {@link ClientError} `relay-unreachable`, `relay-answer`
 */
export function beginUpload(
  origin: string,
  access: Access,
  { package: pkg, part, digest, body }: UploadedPart,
  line?: Line,
): Promise<string> {
  const url = origin + UPLOADS_PATH
  const metadata = Object.entries({ package: pkg, part, digest })
    .map(([name, value]) => `${name} ${toBase64(toUtf8(value))}`)
    .join(',')
  return retry(async () => {
    const { headers } = await withAccess(access, 'POST', url, (proof) =>
      exchange(
        url,
        {
          method: 'POST',
          headers: {
            ...proof,
            'tus-resumable': '1.0.0',
            'upload-length': String(body.length),
            'upload-metadata': metadata,
          },
        },
        line,
      ),
    )
    const location = headers.get('location')
    return requireOwn(
      origin,
      location !== null && URL.canParse(location, url) ? new URL(location, url).href : undefined,
    )
  })
}

/**
 * Sealed parts and tokens go to the relay, wherever it points.
 *
 * @throws {@link ClientError} `relay-answer`
 */
export function requireOwn(origin: string, address: string | undefined): string {
  if (address !== undefined && new URL(address).origin === new URL(origin).origin) return address
  throw new ClientError(
    'relay-answer',
    'the relay names no upload of its own',
    'Check that client and relay are of compatible versions.',
  )
}
