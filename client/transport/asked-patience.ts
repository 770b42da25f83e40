import { RelayProblem } from '../core/relay-problem.js'

/** Milliseconds that a relay asked for before anybody tries again (`Retry-After`); 0 if it asked for none. */
export const askedPatience = (error: unknown): number =>
  error instanceof RelayProblem ? (error.retryAfter ?? 0) * 1000 : 0
