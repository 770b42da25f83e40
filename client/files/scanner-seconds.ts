/** A scanner that takes longer for one document has failed, unless told otherwise. */
export const SCANNER_SECONDS = 300
