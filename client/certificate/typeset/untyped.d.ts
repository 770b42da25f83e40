declare module 'bidi-js' {
  export type EmbeddingLevels = {
    readonly levels: Uint8Array
    readonly paragraphs: readonly { start: number; end: number; level: number }[]
  }
  export type Bidi = {
    getEmbeddingLevels(text: string, baseDirection?: 'ltr' | 'rtl' | 'auto'): EmbeddingLevels
    getMirroredCharacter(character: string): string | null
  }
  export default function bidiFactory(): Bidi
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}

// What pdfkit takes and gives, and its types do not know.
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Of a heading cell: what it is the heading of. */
    scope?: 'Row' | 'Column'
  }
  interface PDFAttachmentOptions {
    /** What the file is to the document (ISO 32000-2 §7.11.3). */
    relationship?: 'Source' | 'Data'
  }
}

declare namespace PDFKit {
  type FormData = { readonly Fields: PDFKitReference[]; NeedAppearances?: boolean }
  interface PDFKitReference {
    end(): void
  }
  interface PDFDocument {
    /** The catalog; the form is there after `initForm`. */
    readonly _root: { readonly data: { readonly AcroForm: { readonly data: FormData } } }
  }
}
