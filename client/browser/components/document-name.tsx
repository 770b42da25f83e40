type DocumentNameProps = { readonly name: string; readonly digest: string }

/** What a document is called, and the beginning of its digest; the whole of it where a pointer rests. */
export function DocumentName({ name, digest }: DocumentNameProps) {
  return (
    <span>
      <bdi>{name}</bdi>
      <br />
      <code className="quiet digest" title={digest}>
        {digest.slice(0, 16)}…
      </code>
    </span>
  )
}
