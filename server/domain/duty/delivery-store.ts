/** One notice to one target, and what has become of it. */
export type Delivery = {
  /** Id of the notice. */
  readonly notice: string
  readonly target: string
  readonly state: 'pending' | 'sent' | 'failed' | 'dropped'
  readonly attempts: number
}

/** For the operator's board: mails that were tried and not taken yet, and those given up. */
export interface DeliveryCounts {
  undelivered(): Promise<{ readonly retried: number; readonly failed: number }>
}

export interface DeliveryStore {
  /** Every delivery of a notice. */
  of(notice: string): Promise<readonly Delivery[]>
  /** Opens those that are not open yet. Durable on return. */
  open(notice: string, targets: readonly string[]): Promise<void>
  /**
   * Takes a pending delivery for so long, so that two processes do not send it at once. Undefined while
   * another holds it. What is settled is returned as it is and not held.
   */
  claim(notice: string, target: string, now: Date, leaseMs: number): Promise<Delivery | undefined>
  /** Ends a delivery for good. The first outcome stays. */
  settle(notice: string, target: string, state: 'sent' | 'failed' | 'dropped'): Promise<void>
  /** Lets go of one that failed for now, one attempt older. */
  release(notice: string, target: string): Promise<void>
}
