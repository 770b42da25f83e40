import type { PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { Submission } from '#server/contract/wire.js'
import { ClientError } from '../client-error.js'
import type { OutgoingStore } from '../ports.js'

/**
 * A sealed package as it waits in a store, with the text that makes it wait.
 *
 * @throws ClientError `package-unsent` if none waits under that id, `file-unreadable` for what is damaged.
 */
export async function waitingSubmission(outgoing: OutgoingStore, id: PackageId) {
  const text = await outgoing.submission(id)
  if (text === undefined) {
    throw new ClientError(
      'package-unsent',
      `no sealed package ${id} waits here`,
      'See what waits with: rogatory outgoing',
    )
  }
  try {
    const submission = Submission.parse(JSON.parse(text))
    const { payload, digest } = await readStatement(submission.header)
    return { text, submission, header: Header.parse(payload), digest }
  } catch (cause) {
    throw new ClientError(
      'file-unreadable',
      `the sealed package ${id} that waits here is damaged`,
      `See whether the relay has it (rogatory status ${id}); if not, send the request again.`,
      { cause },
    )
  }
}
