/** True the first time a digest comes by, among the last few thousand. */
export function recentDigests(limit = 4096) {
  const digests = new Set<string>()
  return (digest: string): boolean => {
    if (digests.has(digest)) return false
    digests.add(digest)
    const [oldest] = digests
    if (digests.size > limit && oldest !== undefined) digests.delete(oldest)
    return true
  }
}
