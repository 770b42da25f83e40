let list: Promise<ReadonlySet<string>> | undefined

/**
 * Some 49,000 passwords that were stolen and published, those that were used most, in small letters: the list of
 * zxcvbn-ts. Fetched and unpacked when it is asked for first, since it is larger than all that judges by it.
 *
 * @throws whatever loading code throws, such as without a network in a browser; asked again it tries again.
 */
export const leakedPasswords = (): Promise<ReadonlySet<string>> => (list ??= loaded())

async function loaded(): Promise<ReadonlySet<string>> {
  try {
    const { dictionary } = await import('@zxcvbn-ts/language-common')
    return new Set(dictionary['passwords-common'])
  } catch (error) {
    list = undefined
    throw error
  }
}
