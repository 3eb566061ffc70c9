// The same program as a list by days: on a phone, and on paper.
import { Component, computed, inject, input, output } from '@angular/core';
import type { LocalDate } from '@amity/kernel';
import { Icon, StatusChip } from '@amity/ui';
import { itineraryDays, localIn, type Appointment } from '@amity/visits';
import { TranslocoDirective } from '@jsverse/transloco';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import { Formats } from '../../language/index.js';
import { peopleAs } from '../appointment.typed.js';
import { kindIcons } from '../kinds.js';

@Component({
  selector: 'amity-day-list',
  imports: [Icon, StatusChip, TranslocoDirective],
  templateUrl: './day-list.html',
  styleUrl: './day-list.css',
})
export class DayList {
  readonly appointments = input.required<readonly Appointment[]>();
  readonly stay = input.required<{ readonly arrivesOn: LocalDate; readonly departsOn: LocalDate }>();
  readonly zone = input.required<string>();
  readonly mayEdit = input(false);
  readonly opened = output<Appointment>();
  readonly added = output<LocalDate>();

  private readonly formats = inject(Formats);
  protected readonly kindIcons = kindIcons;
  protected readonly addIcon = addIcon;
  protected readonly days = computed(() =>
    itineraryDays(
      this.stay(),
      this.appointments().map((appointment) => ({
        appointment,
        startsAt: localIn(this.zone(), Date.parse(appointment.start)),
        endsAt: localIn(this.zone(), Date.parse(appointment.end)),
      })),
    ).map((day) => ({ ...day, heading: this.formats.date(day.day, { weekday: 'long', day: 'numeric', month: 'long' }) })),
  );

  protected whoOf(appointment: Appointment): string {
    return peopleAs(appointment, 'participant')
      .map(({ name }) => name)
      .join(', ');
  }
}
