/** The proof bundle of what is forwarded, among the documents of the package that forwards it. */
export const ORIGINAL_PROOF = 'original.rogatory-proof'
/** That of the package by which its sender let it be passed on. */
export const APPROVAL_PROOF = 'approval.rogatory-proof'
/** That of the package by which the request was redirected to whoever it is forwarded to. */
export const REDIRECTION_PROOF = 'redirection.rogatory-proof'
export const PROOF_MEDIA_TYPE = 'application/vnd.rogatory.proof+json'
