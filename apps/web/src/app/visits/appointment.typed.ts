// An appointment as its form holds it: every field as its control gives it. The shared contract decides what fits.
import type { HouseRule } from '@amity/delegations';
import type { LocalDate, LocalDateTime } from '@amity/kernel';
import {
  AppointmentDraft,
  type Appointment,
  type AppointmentInput,
  type AppointmentKind,
  type AppointmentSite,
  type AppointmentState,
  type BookedPerson,
} from '@amity/visits';
import * as z from 'zod';

export interface PickedPerson {
  readonly personId: string;
  readonly name: string;
}

export interface TypedAppointment {
  title: string;
  kind: AppointmentKind;
  track: string;
  site: AppointmentSite | null;
  startsAt: string;
  endsAt: string;
  state: AppointmentState;
  everyone: boolean;
  participantIds: string[];
  interpreters: readonly PickedPerson[];
  escorts: readonly PickedPerson[];
  appointmentHost: string;
  notes: string;
  rule: HouseRule;
}

export const TypedAppointment: z.ZodType<AppointmentDraft, TypedAppointment> = z
  .custom<TypedAppointment>()
  .transform(({ track, site, interpreters, escorts, ...typed }): AppointmentInput => ({
    ...typed,
    track: track === '' ? null : Number(track),
    siteId: site?.id ?? null,
    participantIds: typed.everyone ? [] : typed.participantIds,
    interpreterIds: interpreters.map(({ personId }) => personId),
    escortIds: escorts.map(({ personId }) => personId),
  }))
  .pipe(AppointmentDraft);

export function emptyAppointment(startsAt: LocalDateTime, endsAt: LocalDateTime): TypedAppointment {
  return {
    title: '',
    kind: 'meeting',
    track: '',
    site: null,
    startsAt,
    endsAt,
    state: 'confirmed',
    everyone: true,
    participantIds: [],
    interpreters: [],
    escorts: [],
    appointmentHost: '',
    notes: '',
    rule: 'public',
  };
}

export function typedAppointment(appointment: Appointment): TypedAppointment {
  return {
    title: appointment.title,
    kind: appointment.kind,
    track: appointment.track === null ? '' : String(appointment.track),
    site: appointment.site,
    startsAt: appointment.startsAt,
    endsAt: appointment.endsAt,
    state: appointment.state,
    everyone: appointment.everyone,
    participantIds: appointment.everyone ? [] : peopleAs(appointment, 'participant').map(({ personId }) => personId),
    interpreters: peopleAs(appointment, 'interpreter'),
    escorts: peopleAs(appointment, 'escort'),
    appointmentHost: appointment.appointmentHost ?? '',
    notes: appointment.notes ?? '',
    rule: appointment.rule,
  };
}

export function peopleAs(appointment: Pick<Appointment, 'people'>, part: BookedPerson['as']): BookedPerson[] {
  return appointment.people.filter((person) => person.as === part);
}

/** The appointment as a draft, with other times. */
export function draftAt(
  appointment: Appointment,
  times: { readonly startsAt: LocalDateTime; readonly endsAt: LocalDateTime },
): AppointmentDraft {
  return TypedAppointment.parse({ ...typedAppointment(appointment), ...times });
}

/** A first guess: an hour from nine o'clock on the first day that has room, or on the day given. */
export function firstSlot(day: LocalDate): { startsAt: LocalDateTime; endsAt: LocalDateTime } {
  return { startsAt: `${day}T09:00`, endsAt: `${day}T10:00` };
}
