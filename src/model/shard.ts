/** One of several parts that a set of papers is divided into, each built by another process or machine. */
export interface Shard {
  /** 1-based. */
  readonly index: number
  /** How many parts there are. */
  readonly count: number
}
