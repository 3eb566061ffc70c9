// The rail, by job and in this order. An entry is shown when a route of its path is registered and its permission is held;
// an area that has its line in app.routes.ts has nothing to do here. Labels are `nav.<key>` in i18n/en.json.
import type { Permission } from '@amity/access';
import delegations from '@material-symbols/svg-400/rounded/groups.svg';
import placements from '@material-symbols/svg-400/rounded/bed.svg';
import outbox from '@material-symbols/svg-400/rounded/mail.svg';
import outcomes from '@material-symbols/svg-400/rounded/monitoring.svg';
import people from '@material-symbols/svg-400/rounded/person.svg';
import partnerships from '@material-symbols/svg-400/rounded/handshake.svg';
import settings from '@material-symbols/svg-400/rounded/settings.svg';
import today from '@material-symbols/svg-400/rounded/today.svg';
import history from '@material-symbols/svg-400/rounded/history.svg';
import hosting from '@material-symbols/svg-400/rounded/cottage.svg';
import visits from '@material-symbols/svg-400/rounded/calendar_month.svg';

export interface NavigationEntry {
  /** The area's first path segment. */
  readonly path: string;
  readonly key: string;
  readonly icon: string;
  /** One, or several of which any will do. */
  readonly permission: Permission | readonly Permission[];
  readonly at: 'rail' | 'foot';
}

const settingsPermissions: readonly Permission[] = [
  'access.manage_users',
  'access.manage_roles',
  'access.manage_tokens',
  'delegations.share',
  'overview.read_chapters',
  'privacy.manage_consents',
  'privacy.handle_requests',
  'privacy.manage_retention',
  'privacy.protect',
  'privacy.reveal',
];

export const navigation: readonly NavigationEntry[] = [
  { path: 'today', key: 'nav.today', icon: today, permission: 'overview.read', at: 'rail' },
  { path: 'delegations', key: 'nav.delegations', icon: delegations, permission: 'delegations.read', at: 'rail' },
  { path: 'visits', key: 'nav.visits', icon: visits, permission: 'visits.read', at: 'rail' },
  { path: 'hosting', key: 'nav.hosting', icon: hosting, permission: 'hosting.read', at: 'rail' },
  { path: 'placements', key: 'nav.placements', icon: placements, permission: 'placements.read', at: 'rail' },
  { path: 'partnerships', key: 'nav.partnerships', icon: partnerships, permission: 'partnerships.read', at: 'rail' },
  { path: 'people', key: 'nav.people', icon: people, permission: 'people.read', at: 'rail' },
  { path: 'outcomes', key: 'nav.outcomes', icon: outcomes, permission: 'outcomes.read', at: 'rail' },
  { path: 'shared', key: 'nav.shared', icon: partnerships, permission: 'delegations.read_shared', at: 'rail' },
  { path: 'my-journey', key: 'nav.journey', icon: visits, permission: 'delegations.read_own', at: 'rail' },
  { path: 'my-home', key: 'nav.home', icon: hosting, permission: 'hosting.read_own', at: 'rail' },
  { path: 'messages', key: 'nav.outbox', icon: outbox, permission: 'messages.read_outbox', at: 'foot' },
  { path: 'audit', key: 'nav.history', icon: history, permission: 'audit.read', at: 'foot' },
  { path: 'settings', key: 'nav.settings', icon: settings, permission: settingsPermissions, at: 'foot' },
];
