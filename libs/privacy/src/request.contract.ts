// What a person may ask about their data, and how such a request is handled: who asked, how it was made sure that it was them, by when
// it must be answered, and what was done.
import { Id, issue, LocalDate, Version } from '@amity/kernel';
import * as z from 'zod';

export const requestKinds = ['access', 'rectification', 'erasure', 'portability'] as const;
export const RequestKind = z.enum(requestKinds).meta({ id: 'DataRequestKind' });
export type RequestKind = z.infer<typeof RequestKind>;

export const requestStates = ['received', 'verified', 'answered', 'refused', 'withdrawn'] as const;
export const RequestState = z.enum(requestStates).meta({ id: 'DataRequestState' });
export type RequestState = z.infer<typeof RequestState>;

/** Whoever asked: the person, the guardian of a minor, somebody with a power of attorney. */
export const askers = ['self', 'guardian', 'representative'] as const;
export const Asker = z.enum(askers).meta({ id: 'DataRequestAsker' });
export type Asker = z.infer<typeof Asker>;

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);

/** Noted by a member who was told; by a link the person writes the kind and the wish alone. */
export const RequestDraft = z
  .object({ personId: Id, kind: RequestKind, receivedOn: LocalDate, asker: Asker, askerName: optional(160), wish: optional(2000) })
  .refine(({ asker, askerName }) => asker === 'self' || askerName !== null, { error: issue('asker_missing'), path: ['askerName'] })
  .meta({ id: 'DataRequestDraft' });
export type RequestDraft = z.infer<typeof RequestDraft>;

export const MyRequestDraft = z.object({ kind: RequestKind, wish: optional(2000) }).meta({ id: 'MyDataRequestDraft' });
export type MyRequestDraft = z.infer<typeof MyRequestDraft>;

export const IdentityCheck = z
  .object({ how: z.string().trim().min(1, issue('identity_how_missing')).max(300) })
  .meta({ id: 'DataRequestIdentityCheck' });
export type IdentityCheck = z.infer<typeof IdentityCheck>;

const said = z.string().trim().min(1, issue('answer_missing')).max(1000);
export const Extension = z.object({ reason: said }).meta({ id: 'DataRequestExtension' });
export type Extension = z.infer<typeof Extension>;

/** How a request ends that is not ended by an erasure. What is said goes to the person. */
export const Ending = z.object({ state: z.enum(['answered', 'refused', 'withdrawn']), answer: said }).meta({ id: 'DataRequestEnding' });
export type Ending = z.infer<typeof Ending>;

export const Archive = z
  .object({
    madeAt: z.iso.datetime(),
    until: z.iso.datetime(),
    taken: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
    isOpen: z.boolean(),
  })
  .meta({ id: 'DataRequestArchive' });
export type Archive = z.infer<typeof Archive>;

export const DataRequest = z
  .object({
    id: Id,
    /** Null after the erasure, and where the reader may not know the person. */
    person: z.object({ id: Id, name: z.string() }).nullable(),
    kind: RequestKind,
    state: RequestState,
    next: z.array(RequestState),
    receivedOn: LocalDate,
    dueOn: LocalDate,
    /** Negative when it is overdue; null when it is closed. */
    daysLeft: z.int().nullable(),
    mayExtend: z.boolean(),
    extendedBecause: z.string().nullable(),
    asker: Asker,
    askerName: z.string().nullable(),
    byLink: z.boolean(),
    wish: z.string().nullable(),
    identityHow: z.string().nullable(),
    identityBy: z.string().nullable(),
    answer: z.string().nullable(),
    closedOn: LocalDate.nullable(),
    archive: Archive.nullable(),
    isHeld: z.boolean(),
    version: Version,
  })
  .meta({ id: 'DataRequest' });
export type DataRequest = z.infer<typeof DataRequest>;

/** Overdue first, then by the day on which they are due; closed ones at the end, the last to close first. */
export const DataRequests = z.object({ items: z.array(DataRequest) }).meta({ id: 'DataRequests' });
export type DataRequests = z.infer<typeof DataRequests>;

/** What the person sees of their own requests. */
export const MyRequest = z
  .object({
    id: Id,
    kind: RequestKind,
    state: RequestState,
    receivedOn: LocalDate,
    dueOn: LocalDate,
    extendedBecause: z.string().nullable(),
  })
  .meta({ id: 'MyDataRequest' });
export type MyRequest = z.infer<typeof MyRequest>;
export const MyRequests = z.object({ items: z.array(MyRequest) }).meta({ id: 'MyDataRequests' });
export type MyRequests = z.infer<typeof MyRequests>;
