const KEPT_MS = 60_000

/** Gives a file to the browser's downloads. As octets of no type: nothing opens it by itself. */
export function handOut(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it a little later than it is asked to.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
