/** A table of states: for each, the states it may become. */
export interface Transitions<S extends string> {
  readonly states: readonly S[];
  /** May a record in state `from` become `to`? Staying is not a transition. */
  allows(from: S, to: S): boolean;
  /** The states `from` may become. */
  next(from: S): readonly S[];
}

export function transitions<S extends string>(table: Record<S, readonly NoInfer<S>[]>): Transitions<S> {
  const states = Object.keys(table) as S[];
  return {
    states,
    allows: (from, to) => table[from].includes(to),
    next: (from) => table[from],
  };
}
