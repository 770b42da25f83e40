/** Options in an address of MongoDB, names in lower case: the driver tells none apart by it. The last of a name counts. */
export function mongodbOptions(uri: string): ReadonlyMap<string, string> {
  const [, options = ''] = uri.split('?')
  return new Map(
    [...new URLSearchParams(options)].map(([name, value]) => [name.toLowerCase(), value]),
  )
}
