// Rows of the area as the contracts of libs/visits say them. Local times and notices follow from instants and zones.
import { closedAppointment, closedDelegation } from '@amity/delegations';
import {
  localIn,
  resolveLocal,
  type Appointment,
  type AppointmentNotice,
  type Site,
  type Visit,
  type VisitState,
  type VisitSummary,
} from '@amity/visits';
import type { AppointmentRow } from './appointments.repository.js';
import type { SiteEntity } from './site.entity.js';
import type { Progress, VisitListing } from './visit-listing.entity.js';
import type { VisitRow } from './visits.repository.js';

export function toSite(row: SiteEntity): Site {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    zone: row.zone,
    latitude: row.latitude,
    longitude: row.longitude,
    oneGroupAtATime: row.oneGroupAtATime,
    accessNotes: row.accessNotes,
    contactName: row.contactName,
    contactPhone: row.contactPhone,
    version: row.version,
  };
}

export function toVisit(row: VisitRow): Visit {
  const isNamed = row.known || row.rule !== 'closed';
  return {
    id: row.id,
    delegationId: row.delegation_id,
    delegationName: isNamed ? row.delegation_name : closedDelegation,
    direction: row.direction,
    arrivesOn: row.arrives_on,
    departsOn: row.departs_on,
    zone: row.zone,
    placeName: isNamed ? (placeOf(row, row.direction === 'inbound' ? 'home' : 'partner')?.name ?? null) : null,
    homeZone: isNamed ? (placeOf(row, row.direction === 'inbound' ? 'partner' : 'home')?.zone ?? null) : null,
    homeName: isNamed ? (placeOf(row, row.direction === 'inbound' ? 'partner' : 'home')?.name ?? null) : null,
    delegateCount: row.delegate_count,
    rule: row.rule,
    known: row.known,
    emergencyContact: row.emergency_contact,
    published:
      row.published_number === null || row.published_at === null
        ? null
        : { number: row.published_number, at: row.published_at.toISOString() },
    version: row.version,
  };
}

function placeOf(row: VisitRow, side: 'home' | 'partner') {
  return side === 'home' ? row.home : row.partner;
}

export function toVisitSummary(row: VisitListing): VisitSummary {
  const isNamed = row.known || row.rule !== 'closed';
  return {
    id: row.id,
    name: isNamed ? row.name : closedDelegation,
    rule: row.rule,
    direction: row.direction,
    delegationState: row.state,
    partnershipLabel: isNamed ? row.partnershipLabel : null,
    arrivesOn: row.arrivesOn,
    departsOn: row.departsOn,
    appointmentCount: row.progress?.appointments ?? 0,
    tentativeCount: row.progress?.tentative ?? 0,
    publishedNumber: row.progress?.number ?? null,
    state: stateOf(row.progress),
  };
}

function stateOf(progress: Progress | null): VisitState {
  if (progress?.number) return progress.changed ? 'changed' : 'published';
  return progress && progress.appointments > 0 ? 'draft' : 'empty';
}

/** As whoever is reading may see it. */
export function toAppointment(row: AppointmentRow): Appointment {
  const isTold = row.known || row.effective_rule !== 'closed';
  const [startsAt, endsAt] = [localIn(row.zone, row.starts_at.getTime()), localIn(row.zone, row.ends_at.getTime())];
  return {
    id: row.id,
    visitId: row.visit_id,
    title: isTold ? row.title : closedAppointment,
    kind: row.kind,
    track: isTold ? row.track : null,
    site: isTold ? row.site : null,
    startsAt,
    endsAt,
    zone: row.zone,
    start: row.starts_at.toISOString(),
    end: row.ends_at.toISOString(),
    state: row.state,
    everyone: row.everyone,
    people: row.known ? row.people : [],
    appointmentHost: isTold ? row.appointment_host : null,
    notes: row.known ? row.notes : null,
    rule: row.rule,
    effectiveRule: row.effective_rule,
    known: row.known,
    notices: [...outsideStay(row, startsAt, endsAt), ...earlierOfTwo(row.zone, startsAt, endsAt)],
    version: row.version,
  };
}

function outsideStay(row: AppointmentRow, startsAt: string, endsAt: string): AppointmentNotice[] {
  return startsAt.slice(0, 10) < row.arrives_on || endsAt.slice(0, 10) > row.departs_on ? ['outside_stay'] : [];
}

function earlierOfTwo(zone: string, ...times: string[]): AppointmentNotice[] {
  return times.some((time) => resolveLocal(time, zone).kind === 'twice') ? ['earlier_of_two'] : [];
}
