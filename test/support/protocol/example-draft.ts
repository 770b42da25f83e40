import { AuthorityId, DraftId } from '#crypto/fields/fields.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { signStatement } from '#crypto/statement/sign-statement.js'
import { DraftVersion } from '#crypto/drafts/draft-version.js'
import { NOW } from '#test/support/world/moments.js'
import { DOCUMENT } from './example-package.js'

/** The first version of the draft that became the package of the worked examples. */
export async function exampleDraft(key: SigningKey): Promise<string> {
  const payload = DraftVersion.parse({
    draft: DraftId.parse('019ca8a0-3e80-7000-8000-000000000009'),
    version: 1,
    basis: 0,
    resolves: null,
    aside: false,
    authority: AuthorityId.parse('xa.moj'),
    declared: NOW.toISOString(),
    act: 'edited',
    content: {
      title: 'Summons for a witness',
      to: ['xb.pgo'],
      template: { id: 'mla-request', version: 1 },
      form: { purpose: 'Service of a summons' },
      documents: [
        {
          name: 'summons.txt',
          mediaType: 'text/plain',
          length: toUtf8(DOCUMENT).length,
          digest: await digestOf(DOCUMENT),
        },
      ],
      urgency: 'routine',
      case: null,
      inReplyTo: null,
      notBefore: null,
      expires: null,
      marks: { tlp: 'TLP:AMBER', classification: null },
    },
    prepared: null,
  })
  return signStatement({ typ: 'rogatory-draft', payload, key })
}
