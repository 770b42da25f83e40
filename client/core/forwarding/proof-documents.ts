/** The proof bundle of what is forwarded, among the documents of the package that forwards it. */
export const ORIGINAL_PROOF = 'original.rogatory-proof'
/** That of the package by which its sender let it be passed on. */
export const APPROVAL_PROOF = 'approval.rogatory-proof'
export const PROOF_MEDIA_TYPE = 'application/vnd.rogatory.proof+json'
