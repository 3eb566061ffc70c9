// How the kinds of appointments look: an icon and a tone each, so that color never speaks alone.
import type { AppointmentKind } from '@amity/visits';
import ceremony from '@material-symbols/svg-400/rounded/award_star.svg';
import freeTime from '@material-symbols/svg-400/rounded/park.svg';
import meal from '@material-symbols/svg-400/rounded/restaurant.svg';
import meeting from '@material-symbols/svg-400/rounded/groups.svg';
import tour from '@material-symbols/svg-400/rounded/explore.svg';
import transfer from '@material-symbols/svg-400/rounded/directions_bus.svg';

export const kindIcons: Readonly<Record<AppointmentKind, string>> = { meeting, meal, ceremony, tour, transfer, free_time: freeTime };
