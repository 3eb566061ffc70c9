// One visit with its appointments and its roster. A drag shows at once where it was dropped; when the api refuses, the
// appointment snaps back and the refusal is said.
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Delegate } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import {
  DoubleBooking,
  inOrderOfTime,
  resolveLocal,
  type Appointment,
  type AppointmentDraft,
  type AppointmentState,
  type ItineraryVersion,
  type Visit,
} from '@amity/visits';
import { Problem } from '../http/index.js';
import { draftAt } from './appointment.typed.js';
import { VisitsApi } from './visits.api.js';
import type { Span } from './week.js';

@Injectable()
export class VisitStore {
  private readonly api = inject(VisitsApi);
  private delegationId: Id | null = null;

  readonly visit = signal<Visit | null>(null);
  /** In the order of time; null before the first answer. */
  readonly appointments = signal<readonly Appointment[] | null>(null);
  readonly roster = signal<readonly Delegate[]>([]);
  readonly versions = signal<readonly ItineraryVersion[]>([]);
  /** Why the page could not be shown. */
  readonly problem = signal<Problem | null>(null);
  /** Why the last drag, cancellation or removal was refused. */
  readonly refusal = signal<Problem | null>(null);
  /** Something was saved here since the latest version; null until that is known. */
  readonly changeCount = signal<number | null>(null);

  readonly planned = computed(() => (this.appointments() ?? []).filter(({ state }) => state !== 'cancelled'));
  readonly tentative = computed(() => this.planned().filter(({ state }) => state === 'tentative').length);
  readonly conflict = computed(() => conflictOf(this.refusal()));

  async load(delegationId: Id): Promise<void> {
    this.delegationId = delegationId;
    this.problem.set(null);
    this.refusal.set(null);
    try {
      const visit = await this.api.ofDelegation(delegationId);
      const [appointments, roster] = await Promise.all([this.api.appointments(visit.id), visit.known ? this.api.roster(delegationId) : []]);
      if (this.delegationId !== delegationId) return; // another visit was opened meanwhile
      this.visit.set(visit);
      this.appointments.set(appointments);
      this.roster.set(roster);
      await this.compare();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown in place of the week
      this.problem.set(failure);
    }
  }

  /** Asks how the program differs from what was published. */
  async compare(): Promise<void> {
    const visit = this.known();
    const [preview, versions] = await Promise.all([this.api.preview(visit.id), this.api.versions(visit.id)]);
    this.changeCount.set(preview.changes.length);
    this.versions.set(versions);
    const latest = versions[0];
    if (latest) this.visit.set({ ...visit, published: { number: latest.number, at: latest.publishedAt } });
  }

  async plan(draft: AppointmentDraft, key: string): Promise<Appointment> {
    return this.keep(await this.api.plan(this.known().id, draft, key));
  }

  async change(appointment: { id: Id; version: number }, draft: AppointmentDraft): Promise<Appointment> {
    return this.keep(await this.api.changeAppointment(appointment, draft));
  }

  /** Dropped at other times: shown there at once, back where it was when refused. @returns whether it stays there */
  async drop(appointment: Appointment, span: Span): Promise<boolean> {
    const draft = draftAt(appointment, span);
    this.put({ ...appointment, ...span, ...instantsOf(span, appointment.zone) });
    const kept = await this.attempt(() => this.api.changeAppointment(appointment, draft));
    if (!kept) this.put(appointment);
    return kept;
  }

  move(appointment: Appointment, state: AppointmentState): Promise<boolean> {
    return this.attempt(() => this.api.move(appointment, state));
  }

  /** @returns false when refused */
  async remove(appointment: Appointment): Promise<boolean> {
    this.refusal.set(null);
    try {
      await this.api.remove(appointment);
    } catch (failure) {
      return this.refused(failure);
    }
    this.appointments.update((all) => all && all.filter(({ id }) => id !== appointment.id));
    await this.follow();
    return true;
  }

  bringBack(id: Id): Promise<boolean> {
    return this.attempt(() => this.api.bringBack(id));
  }

  async saveContact(emergencyContact: string): Promise<void> {
    const { published } = this.known();
    this.visit.set({ ...(await this.api.change(this.known(), emergencyContact)), published });
    await this.follow();
  }

  private async attempt(work: () => Promise<Appointment>): Promise<boolean> {
    this.refusal.set(null);
    try {
      await this.keep(await work());
      return true;
    } catch (failure) {
      return this.refused(failure);
    }
  }

  private refused(failure: unknown): false {
    if (!(failure instanceof Problem)) throw failure; // only a refusal is an answer to the coordinator
    this.refusal.set(failure);
    return false;
  }

  private async keep(appointment: Appointment): Promise<Appointment> {
    this.put(appointment);
    await this.follow();
    return appointment;
  }

  /** After something was saved. It is saved, whether or not the difference can be asked for now. */
  private async follow(): Promise<void> {
    try {
      await this.compare();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a cut line: the next change asks again, until then nothing is claimed
      this.changeCount.set(null);
    }
  }

  private put(appointment: Appointment): void {
    this.appointments.update((all) => inOrderOfTime([...(all ?? []).filter(({ id }) => id !== appointment.id), appointment]));
  }

  private known(): Visit {
    const visit = this.visit();
    if (!visit) throw new Error('The visit is not loaded yet.');
    return visit;
  }
}

/** What stands in the way, when the refusal is about a double booking. */
export function conflictOf(problem: Problem | null): DoubleBooking | null {
  return DoubleBooking.safeParse(problem?.body['conflict']).data ?? null;
}

function instantsOf({ startsAt, endsAt }: Span, zone: string): { start: string; end: string } {
  const at = (local: string): string => {
    const time = resolveLocal(local, zone);
    return new Date(time.kind === 'missing' ? Date.parse(`${local}Z`) : time.at).toISOString();
  };
  return { start: at(startsAt), end: at(endsAt) };
}
