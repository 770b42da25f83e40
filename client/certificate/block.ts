import type { Language } from '../languages/language.js'

/** What a certificate is made of, in the order of reading; texts are in its language already. */
export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly subtitle: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'verdict'
      readonly isProved: boolean
      readonly title: string
      readonly text: string
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | Table
  | Bilingual
  | { readonly kind: 'new-page' }

/** The same, said in two languages side by side, each in its own direction. */
export type Bilingual = {
  readonly kind: 'bilingual'
  readonly languages: readonly [Language, Language]
  readonly rows: readonly {
    readonly as: 'title' | 'subtitle' | 'heading' | 'body'
    readonly texts: readonly [string, string]
  }[]
}

/** A line break in a cell begins a new line of it. */
export type Table = {
  readonly kind: 'table'
  /** Shares of the width. */
  readonly columns: readonly number[]
  /** Absent where the first cell of each row is its heading. */
  readonly head?: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Every text of a block. */
export function textsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [block.text, block.subtitle]
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'verdict':
      return [block.title, block.text]
    case 'list':
      return block.items
    case 'table':
      return [...(block.head ?? []), ...block.rows.flat()]
    case 'bilingual':
      return block.rows.flatMap(({ texts }) => texts)
    case 'new-page':
      return []
  }
}
