import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadConfig } from '#config/load.js'
import { openBlobs } from '#server/open-blobs.js'
import { type S3Server, s3Server } from '#test/support/s3/s3-server.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { announced, octetsOf } from './blobs/fixtures.js'

describe('where blobs are kept', () => {
  const folder = temporaryFolder()
  let bucket: S3Server
  before(async () => (bucket = await s3Server()))
  after(() => bucket.close())
  const clock = { now: () => new Date() }

  const config = (more: Record<string, string>) =>
    loadConfig({
      RELAY_ID: 'zz.relay',
      RELAY_ORIGIN: 'https://relay.example',
      MONGODB_URI: 'mongodb://db',
      REDIS_URL: 'redis://cache',
      DATA_DIR: folder.path,
      ...more,
    })

  const octets = octetsOf(1_000)
  const blob = announced(octets)

  async function keepIn(more: Record<string, string>) {
    const { blobs, layout } = await openBlobs(config(more), clock)
    await blobs.check()
    await mkdir(layout.root, { recursive: true })
    const path = join(layout.root, 'whole')
    await writeFile(path, octets)
    await blobs.keep(blob, path)
    expect(await blobs.find(blob)).to.deep.equal({ length: 1_000 })
  }

  it('is the disk, unless a bucket is named', async () => {
    await keepIn({})
    expect(bucket.asked).to.deep.equal([])
  })

  it('is the bucket that is named, with the secret of the file', async () => {
    const secret = join(folder.path, 'secret')
    await writeFile(secret, `${bucket.access.secretAccessKey}\n`, { mode: 0o600 })
    await keepIn({
      S3_ENDPOINT: bucket.access.endpoint,
      S3_BUCKET: bucket.access.bucket,
      S3_REGION: bucket.access.region,
      S3_ACCESS_KEY_ID: bucket.access.accessKeyId,
      S3_SECRET_ACCESS_KEY_FILE: secret,
      MAX_PART_BYTES: '5368709120',
    })
    expect(bucket.objects.size).to.equal(1)
  })
})
