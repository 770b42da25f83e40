import { mkdir, readdir, rename, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { s3BlobStore } from '#server/blobs/s3/s3-blob-store.js'
import { requireErasing } from '#server/require-erasing.js'
import { s3Bucket } from '#server/blobs/s3/s3-bucket.js'
import { rejection } from '#test/support/rejection.js'
import { type S3Server, s3Server } from '#test/support/s3/s3-server.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { announced, inChunks, octetsOf, openStores } from '../fixtures.js'

const MINUTE = 60_000

describe('blobs in a bucket', () => {
  const folder = temporaryFolder()
  const octets = octetsOf(300_000)
  let bucket: S3Server
  beforeEach(async () => (bucket = await s3Server()))
  afterEach(() => bucket.close())

  const after = (minutes: number) => () => new Date(Date.now() + minutes * MINUTE)
  const open = (now?: () => Date) => openStores(folder.path, { bucket, ...(now && { now }) })

  async function uploaded({ uploads } = open()) {
    const blob = announced(octets)
    const { id } = await uploads.begin(blob)
    await uploads.append(id, 0, inChunks(octets, 65_536))
    return { id, blob }
  }

  it('lie under the names that they have on disk, and leave no second copy there', async () => {
    const { layout } = open()
    const { id, blob } = await uploaded()
    const { package: pkg, part, digest } = blob
    expect([...bucket.objects.keys()]).to.deep.equal([`parts/xa.moj/${pkg}/${part}-${digest}`])
    expect(await readdir(layout.upload(id))).to.deep.equal(['record.json'])
  })

  it('are not there while the bucket refuses them, and a repetition puts them there', async () => {
    for (const [fault, code] of [
      [503, 's3-503'],
      ['break', 'ECONNRESET'],
    ] as const) {
      const { uploads, blobs } = open()
      const blob = announced(octets)
      const { id } = await uploads.begin(blob)
      bucket.behaviour.fault = (method) => (method === 'PUT' ? fault : undefined)
      expect(await rejection(uploads.append(id, 0, inChunks(octets, 65_536)))).to.include({ code })
      expect(await blobs.find(blob)).to.equal(undefined)
      bucket.behaviour.fault = undefined
      // Who asks where it stands, in whatever process, completes it.
      expect(await open().uploads.find(id)).to.include({ offset: octets.length })
      expect(await blobs.find(blob)).to.deep.equal({ length: octets.length })
    }
  })

  it('are complete also when the process died before it removed its own copy', async () => {
    const { layout, uploads } = open()
    const { id, blob } = await uploaded()
    await writeFile(join(layout.upload(id), 'dead.part'), octets)
    expect(await uploads.begin(blob)).to.include({ offset: octets.length })
    expect(await uploads.append(id, octets.length, inChunks(octets, 9))).to.equal(octets.length)
    expect(bucket.asked.filter((method) => method === 'PUT')).to.have.length(1)
    await uploads.expire(after(1)(), () => Promise.resolve(true))
    expect(await readdir(layout.incoming)).to.deep.equal([])
  })

  it('say that there is no room when the store says so', async () => {
    bucket.behaviour.fault = (method) => (method === 'PUT' ? 507 : undefined)
    expect(await rejection(uploaded())).to.include({ name: 'Refusal', code: 'storage-full' })
  })

  it('are never served from another place than was asked for', async () => {
    const { blobs } = open()
    const { blob } = await uploaded()
    bucket.behaviour.ignoresRange = true
    const wrong = await rejection(buffer(blobs.read(blob, { start: 5, end: 9 })))
    expect(wrong).to.include({ name: 'BucketFailed', code: 's3-200' })
    expect((await buffer(blobs.read(blob))).equals(octets)).to.equal(true)
    await blobs.remove(blob)
    expect(await rejection(buffer(blobs.read(blob)))).to.include({ code: 's3-404' })
  })

  it('are not said to be deleted by a bucket that keeps versions, which no relay may use', async () => {
    for (const versioning of ['Enabled', 'Suspended'] as const) {
      bucket.behaviour.versioning = undefined
      const { blobs } = open()
      const { blob } = await uploaded()
      expect(await blobs.keepsVersions()).to.equal(false)
      await requireErasing(blobs)
      bucket.behaviour.versioning = versioning
      expect(await rejection(blobs.remove(blob))).to.include({ code: 's3-versioned' })
      expect(bucket.kept.at(-1)?.octets.equals(octets)).to.equal(true)
      expect(await rejection(blobs.check())).to.include({ code: 's3-versioned' })
      const refused = await rejection(requireErasing(blobs))
      expect(refused).to.include({ name: 'ConfigurationError' })
      expect((refused as Error).message).to.include('versioning was never enabled')
    }
  })

  it('are asked for versions where the store knows any, and where it may be asked', async () => {
    const { blobs } = open()
    const answering = (status: number) => (method: string) =>
      method === 'GET' ? status : undefined
    bucket.behaviour.fault = answering(501)
    await blobs.check()
    bucket.behaviour.fault = answering(403)
    expect(await rejection(blobs.check())).to.include({ code: 's3-403' })
    await requireErasing(blobs)
  })

  it('tell whether the bucket lets us in', async () => {
    const { uploads, layout } = open()
    await uploads.check()
    const clock = { now: () => new Date() }
    for (const wrong of [
      { secretAccessKey: 'another' },
      { accessKeyId: 'ANOTHER' },
      { region: 'eu-test-2' },
    ]) {
      const store = s3BlobStore(layout, s3Bucket({ ...bucket.access, ...wrong }, clock), clock)
      expect(await rejection(store.check())).to.include({ code: 's3-403' })
    }
    const absent = s3Bucket({ ...bucket.access, bucket: 'no-such-bucket' }, clock)
    expect(await rejection(absent.check())).to.include({ code: 's3-404' })
  })

  it('do not wait for ever for a store that says nothing', async () => {
    const silent = createServer((socket) => socket.resume())
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as { port: number }
    const access = { ...bucket.access, endpoint: `http://127.0.0.1:${port}` }
    const asked = s3Bucket(access, { now: () => new Date() }, 50)
    expect(await rejection(asked.check())).to.include({ code: 's3-silent' })
    await new Promise((resolve) => silent.close(resolve))
  })

  it('count as absent while they are on their way out', async () => {
    const { layout, blobs, uploads } = open()
    const { id, blob } = await uploaded()
    await mkdir(layout.expired)
    await rename(layout.upload(id), layout.expiring(id))
    expect(await blobs.find(blob)).to.equal(undefined)
    // Not put back before a request that may be under way has become void.
    await uploads.expire(after(-60)(), () => Promise.resolve(false))
    expect(await blobs.find(blob)).to.equal(undefined)
  })

  it('survive a process that was halted after it had judged', async () => {
    const { layout } = open()
    const { blob, id } = await uploaded()
    const old = after(-120)()
    for (const name of [layout.record(id), layout.upload(id)]) await utimes(name, old, old)
    let minutes = 0
    const clock = { now: () => after(minutes)() }
    const real = s3Bucket(bucket.access, clock)
    let halted = (): void => undefined
    let goOn = (): void => undefined
    const isHalted = new Promise<void>((resolve) => (halted = resolve))
    const goesOn = new Promise<void>((resolve) => (goOn = resolve))
    const first = s3BlobStore(
      layout,
      {
        ...real,
        async remove(name, at) {
          halted()
          await goesOn
          await real.remove(name, at)
        },
      },
      clock,
    )
    await mkdir(layout.expired)
    const late = first.expire(id, blob, after(-60)())
    await isHalted
    // Another takes over, puts back, and a submission finds the blob.
    minutes = 31
    bucket.behaviour.now = after(minutes)
    const second = open(after(minutes))
    await second.uploads.expire(after(-60)(), () => Promise.resolve(false))
    expect(await second.blobs.find(blob)).to.deep.equal({ length: octets.length })
    goOn()
    expect(await rejection(late)).to.include({ code: 's3-403' })
    expect(await second.blobs.find(blob)).to.deep.equal({ length: octets.length })
    expect((await stat(layout.record(id))).isFile()).to.equal(true)
  })

  it('use a connection again, and another when it was closed meanwhile', async () => {
    const stores = open()
    const { blob } = await uploaded(stores)
    let broken = false
    bucket.behaviour.fault = () => {
      if (broken) return undefined
      broken = true
      return 'break'
    }
    expect(await stores.blobs.find(blob)).to.deep.equal({ length: octets.length })
    expect(broken).to.equal(true)
  })
})
