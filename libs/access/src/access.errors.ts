import type { ErrorCatalog } from '@amity/kernel';

export const accessErrors = {
  sign_in_needed: { status: 401, en: 'Please sign in first.' },
  wrong_credentials: {
    status: 401,
    en: 'This e-mail and password do not fit together. Check both, or ask an administrator to reset the password.',
  },
  too_many_tries: { status: 429, en: 'Too many tries. Wait {minutes} minutes and try again.' },
  link_unknown: { status: 404, en: 'This link does not work. Open the newest message from us, or ask us for a new link.' },
  link_expired: { status: 410, en: 'This link has expired. Ask {organization} for a new one.' },
  foreign_origin: { status: 403, en: 'This request came from another website and was refused.' },
  stale_page: { status: 403, en: 'This page is older than your sign-in, so nothing was changed. Reload the page and try again.' },
  confirm_needed: { status: 403, en: 'Please confirm first that it is really you. What you typed is kept.' },
  second_factor_needed: { status: 401, en: 'Now enter the code of your authenticator app, or one of your recovery codes.' },
  wrong_code: {
    status: 401,
    en: 'This code does not fit or was used before. Enter the newest code of your app, or a recovery code not used yet.',
  },
  not_confirmed: { status: 422, en: 'This does not fit. Check it and try again.' },
  factor_exists: { status: 409, en: 'You have an authenticator app already. Remove it first, then add the new one.' },
  factor_missing: { status: 409, en: 'You have no authenticator app. Add one first.' },
  enrolment_over: { status: 409, en: 'This took longer than fifteen minutes. Begin again with a new code to scan.' },
  code_not_from_app: {
    status: 422,
    en: 'This is not the code your app shows. Check that the clock of your phone is right, and enter the newest code.',
  },
  wrong_password: { status: 422, en: 'This is not your present password.' },
  password_short: { status: 422, en: 'Use at least 12 characters.' },
  password_common: { status: 422, en: 'This is one of the passwords everybody tries first. A sentence of your own is safer.' },
  password_personal: { status: 422, en: 'Leave your name and your address out of your password.' },
  passkey_refused: { status: 401, en: 'This passkey could not be checked. Try again, or sign in with your password.' },
  passkey_not_added: { status: 422, en: 'This passkey could not be added. Try again; each attempt has five minutes.' },
  passkey_known: { status: 409, en: 'This passkey is on an account already.' },
  last_way_in: { status: 409, en: 'This is your only way to sign in. Add another passkey or set a password first.' },
  provider_missing: {
    status: 404,
    en: 'This installation has no account elsewhere to sign in by. Use your password, a passkey or a link by mail.',
  },
  provider_unreachable: {
    status: 503,
    en: '{provider} cannot be reached right now. Try again in a few minutes, or sign in with your password, a passkey or a link by mail.',
  },
  provider_refused: {
    status: 401,
    en: '{provider} did not confirm who you are. Begin again, or sign in with your password, a passkey or a link by mail.',
  },
  provider_unknown: {
    status: 401,
    en: 'Nobody here has linked this account of {provider} yet. Sign in as you did so far and link it under “Account and sign-in”; from then on it lets you in.',
  },
  provider_attempt_over: {
    status: 410,
    en: 'This took longer than ten minutes, was done already, or was begun in another browser. Begin again.',
  },
  provider_known: { status: 409, en: 'This account of {provider} is linked already. Unlink it where it is, or use another one.' },
  no_access_now: {
    status: 403,
    en: 'It is you, but you have no access to an organization at the moment. Ask an administrator of yours.',
  },
  already_set_up: { status: 409, en: 'Amity is already set up. Sign in instead.' },
  beyond_giver: {
    status: 403,
    en: 'You can only give or take what you hold yourself. Ask an administrator for: {permissions}.',
  },
  own_membership: { status: 409, en: 'Nobody changes their own roles or access. Ask another administrator of your organization.' },
  last_administrator: {
    status: 409,
    en: '{name} is the last administrator who can sign in. Make somebody else an administrator first.',
  },
  role_name_taken: { status: 409, en: 'There is a role called {name} already. Choose another name.' },
  role_held: { status: 409, en: 'This role is still in use: {count}. Give these people another role first; then it can be deleted.' },
  already_member: { status: 409, en: 'This person belongs to the organization already. Change their roles in the list of users.' },
  invited_already: { status: 409, en: 'There is an open invitation to {email} already. Send it again, or withdraw it first.' },
  invitation_over: { status: 410, en: 'This invitation was withdrawn or used. Ask {organization} for a new one.' },
  invitation_lapsed: {
    status: 410,
    en: 'Whoever invited you may no longer give these roles. Ask {organization} for a new invitation.',
  },
  invitation_for_account: {
    status: 409,
    en: 'This address signs in to Amity already. Sign in with it, then open the link in your letter again.',
  },
  invitation_not_yours: {
    status: 403,
    en: 'This invitation was sent to another address. Sign in with the address the letter came to, then open its link again.',
  },
  password_needed: { status: 422, en: 'These roles are signed in to with a password. Choose one of at least 12 characters.' },
  magic_link_spent: { status: 410, en: 'This link has been used or has expired. Ask for a new one on the sign-in page.' },
  recovery_over: {
    status: 410,
    en: 'This request is not open any more: it was answered, stopped, a week has passed, or the app was set up anew. Whoever still needs it asks again at the sign-in.',
  },
  recovery_own: { status: 409, en: 'This is about your own account. Two other administrators have to confirm it.' },
  recovery_confirmed_already: { status: 409, en: 'You have confirmed this. It takes a second administrator now.' },
  recovery_newcomer: {
    status: 403,
    en: 'Only who looked after users here before this was asked can answer it. Ask an administrator who has been here longer.',
  },
  token_unknown: { status: 401, en: 'This token is not valid, or no longer. Make a new one in the settings, under tokens.' },
  token_not_here: { status: 403, en: 'A token cannot do this: it concerns a person’s own account. Sign in instead.' },
  affiliation_with_itself: { status: 422, en: 'This is the address of your own organization. Enter the address of the other one.' },
  affiliation_said_already: {
    status: 409,
    en: 'You have answered {organization} already. Take that back first; then you can answer anew.',
  },
  slug_taken: { status: 409, en: 'The address {slug} belongs to another organization. Choose another one.' },
  organization_unknown: { status: 404, en: 'There is no organization at this address.' },
} as const satisfies ErrorCatalog;
