import type { Template } from '../../templates/format.js'

/** A test of the system has a page of its own; a package is passed on from where it stands, with its proof. */
const ELSEWHERE: readonly string[] = ['self-test', 'forwarding']

/** Whether it begins something, and its form is filled in on the page for new requests. */
export const isWrittenHere = ({ id, kind }: Pick<Template, 'id' | 'kind'>): boolean =>
  kind !== 'answer' && !ELSEWHERE.includes(id)
