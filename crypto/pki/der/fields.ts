import { childrenOf, type DerValue, malformed } from './read-der.js'

/** Walks the members of a structure in their order; what is left over at the end is refused. */
export type Fields = {
  /** The next member, which must have this tag. */
  next: (tag: number) => DerValue
  /** The next member whatever its tag. */
  any: () => DerValue
  /** The next member if it has this tag. */
  optional: (tag: number) => DerValue | undefined
  /** Nothing may follow. */
  end: () => void
}

/**
 * Opens a structure whose identifier octet is `tag`.
 *
 * @throws {@link CryptoError} `pki/malformed`, here or from the walk, when the shape differs.
 */
export function fieldsOf(value: DerValue, tag: number): Fields {
  if (value.tag !== tag) throw malformed(`tag ${value.tag} where ${tag} belongs`)
  const members = childrenOf(value)
  let at = 0
  const any = (): DerValue => {
    const member = members[at++]
    if (member === undefined) throw malformed('a member is missing')
    return member
  }
  return {
    any,
    next: (wanted) => {
      const member = any()
      if (member.tag !== wanted) throw malformed(`tag ${member.tag} where ${wanted} belongs`)
      return member
    },
    optional: (wanted) => (members[at]?.tag === wanted ? members[at++] : undefined),
    end: () => {
      if (at < members.length) throw malformed('a member too many')
    },
  }
}

/** The single value inside an EXPLICIT tag. */
export function onlyChild(value: DerValue): DerValue {
  const [child, ...others] = childrenOf(value)
  if (child === undefined || others.length > 0) throw malformed('not exactly one value')
  return child
}

/** The members of a SET OF or SEQUENCE OF, between `min` and `max` of them. */
export function listOf(
  value: DerValue,
  tag: number,
  min: number,
  max: number,
): readonly DerValue[] {
  if (value.tag !== tag) throw malformed(`tag ${value.tag} where ${tag} belongs`)
  const members = childrenOf(value)
  if (members.length < min || members.length > max) throw malformed('too few or too many members')
  return members
}
