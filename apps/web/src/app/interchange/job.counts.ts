// What a job did, in numbers. Each kind of job leaves a result of its own; what they have in common are counts, either at
// the top or under `counts`.
export interface JobCount {
  readonly name: string;
  readonly count: number;
}

/** The whole numbers of a result in its own order; zeros only when there is nothing else. */
export function countsIn(result: unknown): JobCount[] {
  const own = numbersOf(result);
  const counts = isRecord(result) && isRecord(result['counts']) ? numbersOf(result['counts']) : own;
  const some = counts.filter(({ count }) => count !== 0);
  return some.length > 0 ? some : counts;
}

export function wasDryRun(result: unknown): boolean {
  return isRecord(result) && result['dryRun'] === true;
}

function numbersOf(result: unknown): JobCount[] {
  if (!isRecord(result)) return [];
  return Object.entries(result).flatMap(([name, count]) => (typeof count === 'number' && Number.isInteger(count) ? [{ name, count }] : []));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
