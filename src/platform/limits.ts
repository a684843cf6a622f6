/** How long one session of the database lets anything go on, in seconds. */
export type DatabaseLimits = {
  /** For a free connection. */
  readonly connect: number
  readonly statement: number
  readonly lock: number
  /** A transaction in which nothing happens. */
  readonly idle: number
}

/** How long, in seconds, and how much of a connection one client may hold. */
export type WireLimits = {
  /** Until the headers are whole; then the request with its body. */
  readonly headers: number
  readonly request: number
  /** A connection that waits for its next request. */
  readonly waiting: number
  /** One on which nothing moves: a client that doesn't read. The live board writes more often. */
  readonly silent: number
  /** Between two looks at all of these. */
  readonly looked: number
  readonly headerBytes: number
  /** At once, in one process. */
  readonly connections: number
}

export type Limits = {
  readonly pages: DatabaseLimits
  readonly jobs: DatabaseLimits
  readonly wire: WireLimits
}

/**
 * Assumed. A page answers within seconds or says that it can't; a job may wait out a lock and sweep a large table. Whoever sends
 * two megabytes over a poor phone connection (50 kB/s) needs forty seconds.
 */
export const usualLimits: Limits = {
  pages: { connect: 5, statement: 10, lock: 5, idle: 30 },
  jobs: { connect: 30, statement: 300, lock: 60, idle: 300 },
  wire: {
    ...{ headers: 10, request: 60, waiting: 10, silent: 60, looked: 5 },
    headerBytes: 16 * 1024,
    connections: 1000,
  },
}
