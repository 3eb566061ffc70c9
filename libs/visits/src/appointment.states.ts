import { transitions } from '@amity/kernel';
import * as z from 'zod';

/** Tentative and confirmed appointments hold their people and their site; a cancelled one holds nothing. */
export const AppointmentState = z.enum(['tentative', 'confirmed', 'cancelled']).meta({ id: 'AppointmentState' });
export type AppointmentState = z.infer<typeof AppointmentState>;

export const appointmentStates = transitions<AppointmentState>({
  tentative: ['confirmed', 'cancelled'],
  confirmed: ['tentative', 'cancelled'],
  cancelled: ['tentative', 'confirmed'],
});

/** Does an appointment in this state keep others from its people and its site? */
export function holds(state: AppointmentState): boolean {
  return state !== 'cancelled';
}
