import { execFileSync } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { rejection } from '#test/support/rejection.js'
import type { S3Server } from '#test/support/s3/s3-server.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { announced, breaking, everywhere, inChunks, octetsOf, openStores } from './fixtures.js'

for (const { where, serve } of everywhere) {
  describe(`uploads to blobs ${where}`, () => {
    const folder = temporaryFolder()
    const octets = octetsOf(3_000_000)
    let bucket: S3Server | undefined
    before(async () => (bucket = await serve()))
    after(() => bucket?.close())
    const stores = (options: { longest?: number; reserve?: number } = {}) =>
      openStores(folder.path, { ...options, ...(bucket && { bucket }) })

    it('takes a blob in several appends and serves exactly it, as sha256sum judges', async () => {
      const { uploads, blobs, layout } = stores()
      const blob = announced(octets)
      const { id } = await uploads.begin(blob)
      expect(await uploads.append(id, 0, inChunks(octets.subarray(0, 1_234_567), 65_536))).to.equal(
        1_234_567,
      )
      expect(await blobs.find(blob)).to.equal(undefined)
      expect(
        await uploads.append(id, 1_234_567, inChunks(octets.subarray(1_234_567), 999)),
      ).to.equal(3_000_000)
      expect(await blobs.find(blob)).to.deep.equal({ length: 3_000_000 })
      expect((await buffer(blobs.read(blob))).equals(octets)).to.equal(true)
      expect(
        (await buffer(blobs.read(blob, { start: 7, end: 9 }))).equals(octets.subarray(7, 10)),
      ).to.equal(true)
      const { name, path } = layout.blob(blob)
      const input = bucket === undefined ? await readFile(path) : bucket.objects.get(name)
      const judged = execFileSync('sha256sum', { input, encoding: 'utf8' })
      expect(judged.split(' ')[0]).to.equal(blob.digest)
    })

    it('removes a blob, which may then be uploaded again as if it had never been there', async () => {
      const { uploads, blobs } = stores()
      const blob = announced(octets)
      const { id } = await uploads.begin(blob)
      await uploads.append(id, 0, inChunks(octets, 65_536))
      await blobs.remove(blob)
      expect(await blobs.find(blob)).to.equal(undefined)
      await blobs.remove(blob)
      expect((await uploads.begin(blob)).offset).to.equal(0)
      await uploads.append(id, 0, inChunks(octets, 65_536))
      expect(await blobs.find(blob)).to.deep.equal({ length: 3_000_000 })
    })

    it('goes on with an upload that a newer version has begun', async () => {
      const { uploads, layout } = stores()
      const blob = announced(octets)
      const { id } = await uploads.begin(blob)
      await writeFile(layout.record(id), JSON.stringify({ ...blob, ofALaterVersion: 1 }))
      expect(await stores().uploads.find(id)).to.include({ offset: 0 })
    })

    it('takes any division into appends and chunks', async () => {
      const small = octetsOf(5_000)
      const cuts = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 5 })
      await fc.assert(
        fc.asyncProperty(cuts, fc.integer({ min: 1, max: 5_000 }), async (at, size) => {
          const { uploads, blobs } = stores()
          const blob = announced(small)
          const { id } = await uploads.begin(blob)
          const ends = [...at, 5_000].sort((a, b) => a - b)
          let offset = 0
          for (const end of ends) {
            if (offset === 5_000) break
            offset = await uploads.append(id, offset, inChunks(small.subarray(offset, end), size))
          }
          expect((await buffer(blobs.read(blob))).equals(small)).to.equal(true)
        }),
        { numRuns: bucket === undefined ? 25 : 3 },
      )
    })

    it('answers the same blob announced again as where it stands, and as complete', async () => {
      const { uploads } = stores()
      const blob = announced(octets)
      const { id } = await uploads.begin(blob)
      await uploads.append(id, 0, inChunks(octets.subarray(0, 5_000), 5_000))
      expect(await uploads.begin(blob)).to.include({ id, offset: 5_000 })
      await uploads.append(id, 5_000, inChunks(octets.subarray(5_000), 65_536))
      expect(await uploads.begin(blob)).to.include({ id, offset: blob.length })
      expect(await uploads.append(id, blob.length, inChunks(octets, 1))).to.equal(blob.length)
    })

    it('keeps what arrived before the connection broke', async () => {
      const { uploads, blobs } = stores()
      const blob = announced(octets)
      const { id } = await uploads.begin(blob)
      expect(
        await rejection(uploads.append(id, 0, breaking(octets.subarray(0, 1_100_000)))),
      ).to.include({
        message: 'the connection broke',
      })
      expect(await uploads.find(id)).to.include({ offset: 1_100_000 })
      await uploads.append(id, 1_100_000, inChunks(octets.subarray(1_100_000), 65_536))
      expect(await blobs.find(blob)).to.deep.equal({ length: octets.length })
    })

    it('is resumed by another process, from which the first can take nothing back', async () => {
      const first = stores()
      const second = stores()
      const blob = announced(octets)
      const { id } = await first.uploads.begin(blob)
      let proceed = (): void => undefined
      const stalled = new Promise<void>((resolve) => (proceed = resolve))
      const forged = async function* () {
        yield octets.subarray(0, 2_000_000)
        await stalled
        yield Buffer.alloc(1_000_000, 'forged')
      }
      const slow = first.uploads.append(id, 0, forged())
      while ((await second.uploads.find(id))?.offset !== 2_000_000) await new Promise(setImmediate)
      await second.uploads.append(id, 2_000_000, inChunks(octets.subarray(2_000_000), 65_536))
      proceed()
      expect(await rejection(slow)).to.include({ name: 'Refusal', code: 'part-mismatch' })
      expect((await buffer(second.blobs.read(blob))).equals(octets)).to.equal(true)
    })

    it('completes what a process had received when it died before the last step', async () => {
      const { uploads, layout } = stores()
      const blob = announced(octets)
      const { id } = await uploads.begin(blob)
      await uploads.append(id, 0, inChunks(octets.subarray(0, 1_000), 1_000))
      const [name = ''] = (await readdir(layout.upload(id))).filter((file) =>
        file.endsWith('.part'),
      )
      await appendFile(join(layout.upload(id), name), octets.subarray(1_000))
      const { uploads: later, blobs } = stores()
      expect(await later.find(id)).to.include({ offset: octets.length })
      expect(await blobs.find(blob)).to.deep.equal({ length: octets.length })
    })

    it('deletes octets that are not what was announced', async () => {
      const { uploads, blobs, layout } = stores()
      const blob = announced(octets)
      const { id } = await uploads.begin(blob)
      const other = Buffer.from(octets)
      other[2_999_999] = (other[2_999_999] ?? 0) ^ 1
      expect(await rejection(uploads.append(id, 0, inChunks(other, 65_536)))).to.include({
        code: 'part-mismatch',
      })
      expect(await blobs.find(blob)).to.equal(undefined)
      expect(await readdir(layout.incoming)).to.deep.equal([])
    })

    it('refuses an offset where it does not stand, and octets beyond its length', async () => {
      const { uploads } = stores()
      const { id } = await uploads.begin(announced(octets))
      expect(await rejection(uploads.append(id, 1, inChunks(octets, 9)))).to.include({
        code: 'upload-conflict',
      })
      const tooMuch = Buffer.concat([octets, octets])
      expect(await rejection(uploads.append(id, 0, inChunks(tooMuch, 65_536)))).to.include({
        code: 'too-large',
      })
      expect((await uploads.find(id))?.offset).to.be.at.most(octets.length)
      expect(await rejection(uploads.append('0'.repeat(64), 0, inChunks(octets, 9)))).to.include({
        code: 'upload-unknown',
      })
    })

    it('refuses a blob longer than the limit or than the room on the disk', async () => {
      const { uploads } = stores({ longest: 2_999_999 })
      expect(await rejection(uploads.begin(announced(octets)))).to.include({ code: 'too-large' })
      const full = stores({ reserve: Number.MAX_SAFE_INTEGER / 2 })
      expect(await rejection(full.uploads.begin(announced(octets)))).to.include({
        code: 'storage-full',
      })
    })

    it('reaches nothing outside its folder', async () => {
      const { uploads, blobs } = stores()
      for (const id of ['../../etc/passwd', '..', 'x'.repeat(64), `${'0'.repeat(64)}\n`]) {
        expect(await rejection(uploads.find(id)), id).to.include({ code: 'upload-unknown' })
      }
      const key = { ...announced(octets), part: '../../../etc/passwd' as never }
      expect(await rejection(blobs.find(key))).to.include({ code: 'part-unknown' })
    })
  })
}
