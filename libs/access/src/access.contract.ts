import { Id, issue, Zone } from '@amity/kernel';
import * as z from 'zod';
import { ChosenPassword, judgePassword } from './chosen-password.js';
import { Permission, Role } from './permissions.js';

export const SignIn = z
  .object({
    email: z.string().trim().toLowerCase().pipe(z.email()),
    password: z.string().min(1).max(200),
    code: z.string().trim().max(40).optional().describe('of the authenticator app, or a recovery code; where one is needed'),
  })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, issue('slug_form'))
  .min(2)
  .max(60)
  .meta({ id: 'Slug' });

export const Organization = z.object({ id: Id, name: z.string(), slug: Slug, zone: Zone }).meta({ id: 'Organization' });
export type Organization = z.infer<typeof Organization>;

/** Who I am, where I am signed in, and what I may do there. */
export const Me = z
  .object({
    account: z.object({ id: Id, name: z.string(), email: z.string() }),
    organization: Organization,
    organizations: z.array(Organization),
    roles: z.array(Role),
    permissions: z.array(Permission),
    csrf: z.string().describe('send it as X-Amity-CSRF with every unsafe request of this session'),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** Whether somebody is signed in: asked by the first page, where nobody is a fine answer. */
export const CurrentSession = z.object({ me: Me.nullable() }).meta({ id: 'CurrentSession' });
export type CurrentSession = z.infer<typeof CurrentSession>;

export const OrganizationDraft = z
  .object({ organizationName: z.string().trim().min(2).max(120), slug: Slug, zone: Zone })
  .meta({ id: 'OrganizationDraft' });
export type OrganizationDraft = z.infer<typeof OrganizationDraft>;

/** An organization and its first administrator. */
export const SetUp = OrganizationDraft.extend({
  name: z.string().trim().min(1).max(120),
  email: z.string().trim().toLowerCase().pipe(z.email()),
  password: ChosenPassword,
})
  .superRefine(({ password, ...owner }, context) => judgePassword(password, owner, context))
  .meta({ id: 'SetUp' });
export type SetUp = z.infer<typeof SetUp>;

export const SetUpState = z.object({ needed: z.boolean() }).meta({ id: 'SetUpState' });
export type SetUpState = z.infer<typeof SetUpState>;

export const SwitchOrganization = z.object({ organizationId: Id }).meta({ id: 'SwitchOrganization' });
export type SwitchOrganization = z.infer<typeof SwitchOrganization>;
