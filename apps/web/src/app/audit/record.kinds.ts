// The areas and their tables that one may look for in the history; words stand under `audit.area` and `audit.subject`.
export const recordKinds: readonly { readonly area: string; readonly tables: readonly string[] }[] = [
  { area: 'people', tables: ['people'] },
  { area: 'partnerships', tables: ['partnerships', 'communities'] },
  { area: 'delegations', tables: ['delegations', 'delegates', 'shares', 'partner_entries', 'assignments'] },
  { area: 'hosting', tables: ['households', 'members', 'pets', 'offers', 'checks', 'consents', 'requirements', 'sign_ups'] },
  { area: 'placements', tables: ['placements'] },
  { area: 'visits', tables: ['visits', 'appointments', 'bookings', 'itinerary_versions', 'sites'] },
  { area: 'outcomes', tables: ['indicators', 'measurements', 'instruments', 'waves', 'invitations', 'answers'] },
  { area: 'messages', tables: ['mail'] },
  { area: 'interchange', tables: ['files', 'jobs'] },
  { area: 'access', tables: ['memberships'] },
  { area: 'audit', tables: ['entries'] },
];
