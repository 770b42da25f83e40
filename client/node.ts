/**
 * The SDK's other half, for Node: an officer's home, documents on disk, the relay over HTTPS.
 *
 * @packageDocumentation
 */
export { documentScanner, type DocumentScanner } from './files/document-scanner.js'
export { diskDocument } from './files/disk-document.js'
export { diskLogMemory } from './files/disk-log-memory.js'
export { diskSink } from './files/disk-sink.js'
export { intoFolder } from './files/into-folder.js'
export { nodePlatform } from './files/node-platform.js'
export { receivedNames } from './files/received-names.js'
export { writeDurably } from './files/write-durably.js'
export { beginEnrolment, type EnrolmentPlan } from './keystore/begin-enrolment.js'
export { completeEnrolment } from './keystore/complete-enrolment.js'
export type { EnrolmentPlace } from './keystore/enrolment-folder.js'
export { operatorAt } from './keystore/operator-at.js'
export { officerAt } from './keystore/officer-at.js'
export { trustAt } from './keystore/trust-at.js'
export type { TlsFiles } from './keystore/read-tls-files.js'
export { type Reach, reachWith } from './keystore/reach-with.js'
export { httpRelay } from './transport/http-relay.js'
