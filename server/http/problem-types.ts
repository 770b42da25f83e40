import type { RefusalCode } from '../contract/problems.js'

/** What a client is told of one kind of refusal. `remedy` says what it can do about it. */
export type ProblemType = {
  readonly status: number
  readonly title: string
  readonly remedy: string
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number
}

/** RFC 9457 problem types, one per refusal. The `satisfies` is what keeps the table complete. */
export const problemTypes = {
  'malformed-request': {
    status: 400,
    title: 'The request is malformed',
    remedy: 'Compare it with docs/openapi.json; sending the same again will not help.',
  },
  'too-large': {
    status: 413,
    title: 'Too large',
    remedy: 'Send less, or ask the operator of the relay to raise its limits.',
  },
  unauthenticated: {
    status: 401,
    title: 'Not authenticated',
    remedy: 'Log in with an officer key whose credential is published at this relay.',
  },
  'token-expired': {
    status: 401,
    title: 'The access token has expired',
    remedy: 'Ask for a new token and send the request again.',
  },
  'proof-replayed': {
    status: 401,
    title: 'The proof of possession was used before',
    remedy: 'Make a new DPoP proof for every request.',
  },
  'proof-stale': {
    status: 401,
    title: 'The proof of possession is too old or from the future',
    remedy: 'Set the clock of this machine, make a new proof and send the request again.',
  },
  'credential-revoked': {
    status: 401,
    title: 'The officer key is revoked',
    remedy: 'Ask the administrator of your authority for a new credential.',
  },
  'session-ended': {
    status: 401,
    title: 'The session was ended',
    remedy: 'Unlock your keys again. If nobody whom you know has ended it, ask your administrator.',
  },
  'session-expired': {
    status: 401,
    title: 'The session is over',
    remedy: 'Unlock your keys again.',
  },
  'session-unknown': {
    status: 404,
    title: 'There is no such session',
    remedy: 'List your sessions: one that is long over is forgotten.',
  },
  'security-key-required': {
    status: 401,
    title: 'Your authority demands a security key',
    remedy:
      'Sign in with the web client and your security key; no other client has one. For scripts, ask your administrator for a key of their own. If you are alone and have lost every security key: rogatory officer security-keys recover.',
  },
  'security-key-refused': {
    status: 401,
    title: 'The security key does not do',
    remedy:
      'Use one that your administrator has entered for you, at the address of this relay, and touch it again. If it was lost, ask your administrator.',
  },
  'not-permitted': {
    status: 403,
    title: 'Not permitted',
    remedy: 'Ask the administrator of your authority for the role that this needs.',
  },
  'statement-invalid': {
    status: 422,
    title: 'A statement cannot be verified',
    remedy: 'Make and sign it again; nothing was kept of this one.',
  },
  'last-admin': {
    status: 409,
    title: 'The last administrator cannot leave',
    remedy: 'Give another officer the role admin first. A stolen key is revoked as compromised.',
  },
  'entry-conflict': {
    status: 409,
    title: 'The directory holds something else under this name',
    remedy: 'Read the newest entry of the authority and make the next version from it.',
  },
  'authority-unknown': {
    status: 404,
    title: 'Authority unknown',
    remedy: 'Look the authority up in the directory of this relay.',
  },
  'authority-suspended': {
    status: 403,
    title: 'The authority is suspended',
    remedy: 'Ask the operator of the relay for the reason.',
  },
  'officer-unknown': {
    status: 404,
    title: 'Officer unknown',
    remedy: 'Publish the credential of the officer first.',
  },
  'package-unknown': {
    status: 404,
    title: 'No such package',
    remedy: 'Check the package id and the authority you act for.',
  },
  'content-deleted': {
    status: 410,
    title: 'The content was deleted',
    remedy:
      'The relay keeps content for a time only; the evidence stays. Ask the other side for the documents.',
  },
  'content-resealed': {
    status: 410,
    title: 'Your authority has sealed its copy anew',
    remedy: 'Read the package again. If that does not help, your program is too old: update it.',
  },
  'resealing-conflict': {
    status: 409,
    title: 'Another copy was sealed anew before',
    remedy: 'Read the package again, and seal anew what you are served now.',
  },
  'part-unknown': {
    status: 404,
    title: 'No such part',
    remedy: 'Take the ids of the parts from the header of the package.',
  },
  'part-missing': {
    status: 409,
    title: 'Parts are not uploaded yet',
    remedy: 'Upload the parts named and submit again.',
  },
  'part-mismatch': {
    status: 422,
    title: 'The part is not what was announced',
    remedy: 'Upload it again from the beginning.',
  },
  'upload-unknown': {
    status: 404,
    title: 'No such upload',
    remedy: 'Begin the upload again.',
  },
  'upload-conflict': {
    status: 409,
    title: 'The upload stands elsewhere',
    remedy: 'Ask with HEAD where it stands and go on from there.',
  },
  'receipt-conflict': {
    status: 409,
    title: 'Another receipt, or the expiry, was first',
    remedy: 'Read the package: what was first stands.',
  },
  'receipt-mismatch': {
    status: 422,
    title: 'The receipt does not belong to this package',
    remedy: 'Make the receipt from the package as you opened it.',
  },
  'receipt-present': {
    status: 409,
    title: 'The recipient has handed in a receipt',
    remedy: 'Export the proof of the package: the receipt is in it.',
  },
  'evidence-unknown': {
    status: 422,
    title: 'The evidence is not of that case, or not yours to see',
    remedy: 'Name evidence that the relay shows you of a package of that very case.',
  },
  'clock-conflict': {
    status: 409,
    title: 'Another revision of this clock is kept',
    remedy:
      'Read the clock, and ask for the revision after the one that is kept. One that has ended stays so.',
  },
  'invitation-invalid': {
    status: 403,
    title: 'The invitation is for something else',
    remedy: 'Apply for the authority, and at the relay, that the invitation names.',
  },
  'invitation-expired': {
    status: 403,
    title: 'The invitation has expired',
    remedy: 'Ask the operator of the relay for a new one.',
  },
  'invitation-used': {
    status: 409,
    title: 'The invitation has been used',
    remedy: 'If it was not you, tell the operator of the relay at once; ask for a new one.',
  },
  'enrolment-unknown': {
    status: 404,
    title: 'No such application for enrolment',
    remedy: 'Send the application first; it is safe to send it again.',
  },
  'enrolment-decided': {
    status: 409,
    title: 'The application has been decided otherwise',
    remedy: 'The first decision stands. Issue a new invitation to begin again.',
  },
  'clock-skewed': {
    status: 422,
    title: 'The time declared is too far from the time of the relay',
    remedy: 'Set the clock of this machine, then make and sign it again.',
  },
  'vault-unknown': {
    status: 404,
    title: 'There is no vault yet',
    remedy: 'Let an administrator of your authority store the first version.',
  },
  'vault-conflict': {
    status: 409,
    title: 'This version of the vault exists',
    remedy: 'Read the newest version and store the next.',
  },
  'draft-unknown': {
    status: 404,
    title: 'No such draft, or not any more',
    remedy: 'List the drafts: it was discarded, or sent.',
  },
  'draft-conflict': {
    status: 409,
    title: 'Somebody else has changed the draft',
    remedy: 'Read the newest version; keep yours aside, or bring the two together.',
  },
  'drafts-full': {
    status: 409,
    title: 'The drafts of the authority fill their room',
    remedy: 'Discard drafts that nobody needs, or ask the operator of the relay for more room.',
  },
  'case-unknown': {
    status: 404,
    title: 'No such case',
    remedy: 'Check the id: your authority neither sent nor received a package of it.',
  },
  'assignment-conflict': {
    status: 409,
    title: 'Somebody else has assigned the case',
    remedy: 'Read who has it now, then decide anew.',
  },
  'uploads-full': {
    status: 409,
    title: 'The uploads of this translator fill their room',
    remedy:
      'Wait until what was uploaded is older, or ask the operator of the relay for more room.',
  },
  'roster-conflict': {
    status: 409,
    title: 'Somebody else has changed the duty roster',
    remedy: 'Read the newest version, and set yours again on top of it.',
  },
  'alert-unknown': {
    status: 404,
    title: 'Nobody is alerted to this package',
    remedy:
      'Only urgent packages to your authority that nobody has acknowledged alert: list the inbox.',
  },
  'alert-conflict': {
    status: 409,
    title: 'Somebody else has acted on this alert',
    remedy: 'See who with: rogatory duty list. Then decide anew.',
  },
  'handoff-unknown': {
    status: 404,
    title: 'No such hand-off, or not yours',
    remedy: 'List the hand-offs; a turn that has not come yet is not shown.',
  },
  'handoff-conflict': {
    status: 409,
    title: 'The hand-off stands elsewhere',
    remedy: 'Read the hand-off: somebody was first, or another step comes before.',
  },
  'handoff-reassigned': {
    status: 409,
    title: 'The hand-off has passed to the next translator',
    remedy: 'There is nothing left to do. Tell the authority if the work is ready all the same.',
  },
  'handoff-ended': {
    status: 409,
    title: 'Your part in the hand-off is over',
    remedy: 'Ask the authority for a new hand-off if there is more to do.',
  },
  'translation-invalid': {
    status: 422,
    title: 'The translation is not what the hand-off asks for',
    remedy:
      'Compare language, items and the mark of a machine with the hand-off, and sign it again.',
  },
  'leaf-unknown': {
    status: 404,
    title: 'Not in the log',
    remedy: 'A new statement is published within seconds: ask again then.',
  },
  'tile-unknown': {
    status: 404,
    title: 'No such tile',
    remedy: 'Take the size of the tree from the newest checkpoint.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Your authority has too much under way at once',
    remedy: 'Wait as long as Retry-After says, and send fewer requests at a time.',
    retryAfter: 1,
  },
  'storage-full': {
    status: 507,
    title: 'The relay has no room at the moment',
    remedy: 'Try again later; what was uploaded is kept. The operator can see the reason.',
    retryAfter: 60,
  },
  unavailable: {
    status: 503,
    title: 'Unavailable at the moment',
    remedy: 'Try again: asking twice never does anything twice.',
    retryAfter: 2,
  },
} as const satisfies Record<RefusalCode, ProblemType>
