// The form of one appointment beside the week. It is saved by its button; a refusal is said above the form and nothing typed
// is lost. When somebody else saved meanwhile, both versions stand beside each other.
import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { houseRules, tracks } from '@amity/delegations';
import { displayName } from '@amity/people';
import { AmityForm, Combobox, Control, ErrorSummary, Field, Icon, SideSheet, Toasts, VersionDiff, type VersionedField } from '@amity/ui';
import { Appointment, appointmentKinds, type AppointmentDraft, type AppointmentSite, type Site } from '@amity/visits';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import warningIcon from '@material-symbols/svg-400/rounded/warning.svg';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { emptyAppointment, TypedAppointment, typedAppointment } from '../appointment.typed.js';
import { VisitStore } from '../visit.store.js';
import { VisitsApi } from '../visits.api.js';
import type { Span } from '../week.js';
import { PersonPicker } from './person-picker.js';
import { Refusal } from './refusal.js';
import { SiteForm } from './site-form.js';

@Component({
  selector: 'amity-appointment-sheet',
  imports: [
    AmityForm,
    Combobox,
    Control,
    ErrorSummary,
    Field,
    FormField,
    Icon,
    PersonPicker,
    Refusal,
    SideSheet,
    SiteForm,
    TranslocoDirective,
    VersionDiff,
  ],
  templateUrl: './appointment-sheet.html',
  styleUrl: './appointment-sheet.css',
})
export class AppointmentSheet {
  /** The appointment to change, or null for a new one at `span`. */
  readonly appointment = input.required<Appointment | null>();
  readonly span = input.required<Span>();
  readonly mayEdit = input(false);
  readonly closed = output();
  /** To be removed; the page does it, because this sheet goes with the appointment. */
  readonly removed = output<Appointment>();

  private readonly api = inject(VisitsApi);
  private readonly words = inject(TranslocoService);
  private readonly toasts = inject(Toasts);
  protected readonly store = inject(VisitStore);

  protected readonly kinds = appointmentKinds;
  protected readonly states = ['confirmed', 'tentative'] as const;
  protected readonly tracks = tracks;
  protected readonly rules = houseRules;
  protected readonly warningIcon = warningIcon;
  protected readonly addingSite = signal(false);
  /** What somebody else saved while this form was open. */
  protected readonly theirs = signal<Appointment | null>(null);
  private readonly key = signal(crypto.randomUUID());
  /** The version the form was filled from. */
  private readonly base = signal<Appointment | null>(null);

  protected readonly form = schemaForm<TypedAppointment, AppointmentDraft>(emptyAppointment('', ''), TypedAppointment, (draft) =>
    this.save(draft),
  );
  protected readonly typed = this.form.model;
  protected readonly zone = computed(() => this.typed().site?.zone ?? this.store.visit()?.zone ?? '');
  protected readonly roster = computed(() =>
    this.store.roster().map(({ person, role }) => ({ personId: person.id, name: displayName(person), role })),
  );
  protected readonly notices = computed(() => this.appointment()?.notices ?? []);
  protected readonly differences = computed((): VersionedField[] => {
    const theirs = this.theirs();
    if (!theirs) return [];
    const [mine, other] = [this.typed(), typedAppointment(theirs)];
    return (
      [
        'title',
        'kind',
        'track',
        'site',
        'startsAt',
        'endsAt',
        'state',
        'everyone',
        'participantIds',
        'interpreters',
        'escorts',
        'appointmentHost',
        'notes',
        'rule',
      ] as const
    ).map((name) => ({
      name,
      label: this.words.translate(`visits.form.${name}`),
      yours: mine[name],
      theirs: other[name],
      yoursShown: this.shown(mine[name]),
      theirsShown: this.shown(other[name]),
    }));
  });

  protected readonly searchSites = (typed: string): Promise<readonly AppointmentSite[]> => this.api.sites(typed);
  protected readonly siteName = (site: AppointmentSite) => site.name;
  protected readonly siteNote = (site: AppointmentSite) => site.address;

  constructor() {
    effect(() => {
      const [appointment, span] = [this.appointment(), this.span()];
      untracked(() => this.fill(appointment, span));
    });
  }

  protected chooseSite(site: Site): void {
    this.addingSite.set(false);
    this.typed.update((typed) => ({ ...typed, site }));
  }

  protected toggle(personId: string): void {
    this.typed.update((typed) => ({
      ...typed,
      participantIds: typed.participantIds.includes(personId)
        ? typed.participantIds.filter((other) => other !== personId)
        : [...typed.participantIds, personId],
    }));
  }

  protected setPeople(part: 'interpreters' | 'escorts', people: TypedAppointment['escorts']): void {
    this.typed.update((typed) => ({ ...typed, [part]: people }));
  }

  /** The end follows the start, so that an appointment keeps its length while it is moved. */
  protected startMoved(event: Event): void {
    const { startsAt, endsAt } = this.typed();
    const value = event.target instanceof HTMLInputElement ? event.target.value : '';
    const length = Date.parse(`${endsAt}Z`) - Date.parse(`${startsAt}Z`);
    const end = Date.parse(`${value}Z`) + length;
    if (length > 0 && !Number.isNaN(end))
      this.typed.update((typed) => ({ ...typed, startsAt: value, endsAt: new Date(end).toISOString().slice(0, 16) }));
  }

  protected settle(values: Readonly<Record<string, unknown>>): void {
    const theirs = this.theirs();
    if (!theirs) return;
    this.base.set(theirs);
    this.theirs.set(null);
    this.form.problem.set(null);
    this.typed.update((typed) => ({ ...typed, ...values }));
  }

  protected async cancelOrRestore(appointment: Appointment): Promise<void> {
    const isBack = appointment.state === 'cancelled';
    if (!(await this.store.move(appointment, isBack ? 'confirmed' : 'cancelled'))) return;
    this.toasts.show(this.words.translate(isBack ? 'visits.done.restored' : 'visits.done.cancelled', { title: appointment.title }));
    this.closed.emit();
  }

  private fill(appointment: Appointment | null, span: Span): void {
    this.base.set(appointment);
    this.theirs.set(null);
    this.addingSite.set(false);
    this.key.set(crypto.randomUUID());
    this.form.problem.set(null);
    this.form.tree().reset(appointment ? typedAppointment(appointment) : emptyAppointment(span.startsAt, span.endsAt));
  }

  private async save(draft: AppointmentDraft): Promise<void> {
    const base = this.base();
    try {
      const saved = base ? await this.store.change(base, draft) : await this.store.plan(draft, this.key());
      this.store.refusal.set(null);
      this.toasts.show(this.words.translate(base ? 'visits.done.saved' : 'visits.done.planned', { title: saved.title }));
      this.closed.emit();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (!failure.offline) this.key.set(crypto.randomUUID()); // refused: the next try is another request; not answered: it is the same one
      this.theirs.set(failure.status === 412 ? (Appointment.safeParse(failure.current).data ?? null) : null);
      throw failure; // the form says it
    }
  }

  private shown(value: TypedAppointment[keyof TypedAppointment]): string {
    if (value === null || value === '') return '';
    if (typeof value === 'boolean') return this.words.translate(value ? 'visits.form.yes' : 'visits.form.no');
    if (typeof value === 'string') return value.replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 ');
    if ('address' in value) return value.name;
    const names = new Map(this.roster().map(({ personId, name }) => [personId, name]));
    return value.map((one) => (typeof one === 'string' ? (names.get(one) ?? one) : one.name)).join(', ');
  }
}
