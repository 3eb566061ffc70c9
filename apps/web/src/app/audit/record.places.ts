// Where a record of the history can be opened. Records without a page of their own have no line here.
export interface RecordPlace {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

const places: Readonly<Record<string, (id: string) => RecordPlace>> = {
  'delegations.delegations': (id) => ({ path: `/delegations/${id}`, query: {} }),
  'interchange.jobs': (id) => ({ path: '/interchange/jobs', query: { job: id } }),
  'messages.mail': (id) => ({ path: '/messages/outbox', query: { letter: id } }),
  'partnerships.partnerships': (id) => ({ path: `/partnerships/${id}`, query: {} }),
  'people.people': (id) => ({ path: '/people', query: { person: id } }),
  'visits.visits': (id) => ({ path: `/visits/${id}`, query: {} }),
};

export function placeOf(subject: string, id: string): RecordPlace | null {
  return places[subject]?.(id) ?? null;
}
