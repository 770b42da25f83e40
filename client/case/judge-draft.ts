import { type CaseId, PackageId } from '#crypto/fields/fields.js'
import type { Manifest } from '#crypto/package/manifest.js'
import type { CasePackage, IllegalAct } from './case-view.js'
import { deriveCase } from './derive-case.js'

/** What of a package that is not sealed yet decides whether it may be sent. */
export type CaseDraft = Pick<Manifest, 'sender' | 'template' | 'form' | 'inReplyTo'> & {
  readonly to: readonly Manifest['sender'][]
}

/** Comes after everything that is in the log, and after what is on its way there. */
const LAST = '9999-12-31T23:59:59.999Z'
const UNSENT = PackageId.parse('ffffffff-ffff-7fff-bfff-ffffffffffff')
const NOTHING = 'f'.repeat(64)

/**
 * Why a package would be illegal if it arrived next; undefined where it would count. It is put behind
 * the case and derived with it, so that sender and recipient cannot come to different results.
 */
export function judgeDraft(
  id: CaseId,
  packages: readonly CasePackage[],
  { to, ...draft }: CaseDraft,
): IllegalAct | undefined {
  const next: CasePackage = {
    header: NOTHING,
    manifest: {
      ...draft,
      package: UNSENT,
      case: id,
      marks: { tlp: null, classification: null },
      recipients: to.map((authority) => ({ authority, entry: NOTHING, kid: '' })),
    },
    urgency: 'routine',
    notBefore: null,
    officer: '',
    evidence: [
      {
        code: 'A.1',
        recipient: null,
        time: LAST,
        index: null,
        digest: NOTHING,
        sequence: Number.MAX_SAFE_INTEGER,
      },
    ],
  }
  return deriveCase(id, [...packages, next]).illegal.find((act) => act.package === UNSENT)
}
