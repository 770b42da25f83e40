import type { z } from 'zod'
import type { HandoffId, PartId } from '#crypto/fields/fields.js'
import type { RecallAct } from '#crypto/translation/handoff-act.js'
import type { ReadPackage } from '../../core/packages/open-package.js'
import type { Session } from '../../core/session/session.js'
import { handOff, type HandoffOrder } from '../../core/translation/hand-off.js'
import {
  type HandoffSource,
  packageSource,
  uploadedSource,
} from '../../core/translation/handoff-source.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { rekeyedSource } from '../../core/translation/rekeyed-source.js'
import { replaceHandoff } from '../../core/translation/replace-handoff.js'
import { fileDocument } from '../platform/file-document.js'

export type Ground = z.infer<typeof RecallAct>['ground']

export type Handed = Omit<HandoffOrder, 'from' | 'parts' | 'supersedes' | 'fields'> & {
  /** The package that holds what is handed over; undefined for files that no package has yet. */
  readonly read: ReadPackage | undefined
  readonly files: readonly File[]
  readonly parts: readonly PartId[]
  readonly fields: readonly string[]
  /** The hand-off that this one takes the place of, and why. */
  readonly replaces: OpenHandoff | undefined
  readonly ground: Ground
}

/**
 * Hands documents over: of a package, of a package whose translator is replaced, or files that are sealed and
 * uploaded for it. After a breach nothing that follows opens with what was given out before.
 *
 * @throws as `handOff`, `replaceHandoff`, `rekeyedSource`, `uploadedSource`
 */
export async function handOver(session: Session, handed: Handed): Promise<HandoffId> {
  const { read, parts, fields, replaces, ground, pair, purpose, turns, reviewer } = handed
  const isRekeyed = replaces !== undefined && ground === 'breach' && parts.length > 0
  const from = await sourceOf(session, handed, isRekeyed)
  const whole = {
    from,
    fields,
    pair,
    purpose,
    turns,
    ...(reviewer !== undefined && { reviewer }),
    parts: read === undefined || isRekeyed ? from.parts.map(({ opened }) => opened.part) : parts,
  }
  const open = replaces
    ? await replaceHandoff(session, replaces, whole, ground)
    : await handOff(session, whole)
  return open.handoff.payload.handoff
}

function sourceOf(
  session: Session,
  { read, files, parts }: Handed,
  isRekeyed: boolean,
): Promise<HandoffSource> {
  if (read === undefined) return uploadedSource(session, files.map(fileDocument))
  return isRekeyed ? rekeyedSource(session, read, parts) : Promise.resolve(packageSource(read))
}
