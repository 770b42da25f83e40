/** What a span says: closed names and numbers; never an id, a name of a person, an address or content. */
export type SpanFacts = {
  readonly 'http.request.method'?: string
  /** As the contract spells it. */
  readonly 'http.route'?: string
  readonly 'http.response.status_code'?: number
  /** `mongodb` or `blobs`. */
  readonly 'peer.service'?: string
  readonly 'rogatory.job'?: string
  /** A code of ours, or the class of an error. */
  readonly 'error.type'?: string
}
export type SpanKind = 'server' | 'client' | 'consumer'

/** One span under way. What is done within it becomes its child. */
export type OpenSpan = {
  within<T>(work: () => T): T
  /** @param name - the final one, where it was not known at the beginning. */
  end(facts?: SpanFacts, name?: string): void
}

/** Where time goes, for whoever runs the relay. Undefined in its place: no traces. */
export type Tracer = {
  begin(name: string, kind: SpanKind, facts?: SpanFacts): OpenSpan
  /** Does the work in a span of its own, which fails as the work does. */
  trace<T>(name: string, kind: SpanKind, facts: SpanFacts, work: () => Promise<T>): Promise<T>
  /** Sends what is left. */
  close(): Promise<void>
}
