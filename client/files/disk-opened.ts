import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Digest, PartId } from '#crypto/fields/fields.js'
import type { OpenedRecords } from '../core/ports.js'
import { makeFolder } from './make-folder.js'
import { writeDurably } from './write-durably.js'

const Opened = z.strictObject({
  manifest: Digest,
  verified: z.array(PartId),
  contradicted: z.array(PartId).default([]),
  malicious: z.array(PartId).default([]),
})

/** What was opened, one small file for each header digest. Digests and ids only. */
export function diskOpened(root: string): OpenedRecords {
  const file = (header: string) => join(root, `${Digest.parse(header)}.json`)
  return {
    async record(header, opened) {
      await makeFolder(root)
      await writeDurably(file(header), JSON.stringify(opened))
    },
    async find(header) {
      const text = await readFile(file(header), 'utf8').catch(() => undefined)
      // A damaged record is none: a receipt then says less than it could, never more.
      return text === undefined ? undefined : Opened.safeParse(parsed(text)).data
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
