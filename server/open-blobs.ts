import { loadBackendTls } from '#config/backends/load-backend-tls.js'
import { loadSecretFile } from '#config/files/load-secret-file.js'
import type { Config } from '#config/schema.js'
import type { BlobKeeping } from './blobs/blob-keeping.js'
import { diskBlobStore } from './blobs/disk-blob-store.js'
import { type DiskLayout, diskLayout } from './blobs/disk-layout.js'
import type { Clock } from './domain/ports.js'
import { renewableContext, type TlsTowards } from './tls/renewable-context.js'

/**
 * Where blobs are kept by this configuration, and the folder of uploads under way. Nothing is connected.
 *
 * @param tls - of the bucket; left out: as its files are now.
 * @throws `ConfigurationError` when the secret of the bucket or a file of its TLS cannot be used.
 */
export async function openBlobs(
  { folders, s3, backendTls }: Pick<Config, 'backendTls' | 'folders' | 's3'>,
  clock: Clock,
  tls?: TlsTowards,
): Promise<{ readonly layout: DiskLayout; readonly blobs: BlobKeeping }> {
  const layout = diskLayout(folders.blobs)
  if (s3 === undefined) return { layout, blobs: diskBlobStore(layout, clock) }
  const { secretAccessKeyFile, ...access } = s3
  const secretAccessKey = loadSecretFile('S3_SECRET_ACCESS_KEY_FILE', secretAccessKeyFile)
  const [{ s3Bucket }, { s3BlobStore }] = await Promise.all([
    import('./blobs/s3/s3-bucket.js'),
    import('./blobs/s3/s3-blob-store.js'),
  ])
  const towards = tls ?? renewableContext(loadBackendTls({ backendTls }, 'S3')).options
  const bucket = s3Bucket({ ...access, secretAccessKey, tls: towards }, clock)
  return { layout, blobs: s3BlobStore(layout, bucket, clock) }
}
