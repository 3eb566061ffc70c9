// The one way from stored answers to sheets: per wave, one sheet for each person who has answered, without their name.
// Sheets are read whole and in no meaningful order; only libs/outcomes turns them into figures.

/** A jsonb list of `{numbers, texts}` for the wave with this alias. */
export function sheetsOf(wave: string): string {
  return `coalesce((
    select jsonb_agg(jsonb_build_object('numbers', s.numbers, 'texts', s.texts) order by md5(s.id::text))
    from (
      select i.id,
        coalesce(jsonb_object_agg(a.item_key, a.number) filter (where a.number is not null), '{}') as numbers,
        coalesce(jsonb_object_agg(a.item_key, a.text) filter (where a.text is not null), '{}') as texts
      from outcomes.invitations i
      left join outcomes.answers a on a.organization_id = i.organization_id and a.invitation_id = i.id
      where i.organization_id = ${wave}.organization_id and i.wave_id = ${wave}.id and i.answered_at is not null
      group by i.id
    ) s
  ), '[]')`;
}

/** Everything a wave's row shows, with the counts of its invitations. */
export const waveColumns = `
  w.id, w.delegation_id, delegations.shown_name(d.organization_id, d.id) as delegation_name, d.rule as delegation_rule, w.moment, w.opens_on::text, w.closes_on::text, w.version,
  n.id as instrument_id, n.key as instrument_key, n.edition, n.name as instrument_name,
  c.invited, c.answered, c.without_email`;

export const waveJoins = `
  outcomes.waves w
  join delegations.delegations d on d.organization_id = w.organization_id and d.id = w.delegation_id
  join outcomes.instruments n on n.organization_id = w.organization_id and n.id = w.instrument_id
  cross join lateral (
    select count(*)::int as invited, count(i.answered_at)::int as answered, (count(*) filter (where g.id is not null and p.email is null))::int as without_email
    from outcomes.invitations i
    left join delegations.delegates g on g.organization_id = i.organization_id and g.id = i.delegate_id -- none: it was forgotten whose it is
    left join people.people p on p.organization_id = g.organization_id and p.id = g.person_id
    where i.organization_id = w.organization_id and i.wave_id = w.id
  ) c`;
