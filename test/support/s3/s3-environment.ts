import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { S3Server } from './s3-server.js'

/**
 * The variables that make the product's processes keep parts in that bucket.
 *
 * @param folder - takes the file with the secret.
 */
export async function s3Environment(
  { access }: Pick<S3Server, 'access'>,
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  const secret = join(folder, 'secret')
  await writeFile(secret, access.secretAccessKey, { mode: 0o600 })
  return {
    S3_ENDPOINT: access.endpoint,
    S3_BUCKET: access.bucket,
    S3_REGION: access.region,
    S3_ACCESS_KEY_ID: access.accessKeyId,
    S3_SECRET_ACCESS_KEY_FILE: secret,
    MAX_PART_BYTES: String(1024 ** 3),
  }
}
