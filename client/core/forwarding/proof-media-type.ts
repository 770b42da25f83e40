/** Of a proof bundle that goes along as a document. */
export const PROOF_MEDIA_TYPE = 'application/vnd.rogatory.proof+json'
