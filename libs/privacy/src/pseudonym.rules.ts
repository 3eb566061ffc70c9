// A protected participant's record must look like any other: the same fields are filled, with values that could be anybody's. What is
// counted with stays right: the year of birth, and nobody becomes older than they are, so that no rule for minors lets go too early.
// An address of theirs is nobody's: letters to it are carried to the real one, see the area privacy in the api.
import { addDays, daysBetween, type LocalDate } from '@amity/kernel';
import { displayName, foldedName, type NameOrder } from '@amity/people';
import { poolFor, type PooledName, workplaces } from './pseudonym.pools.js';

/** What of a person's record tells who they are. */
export interface Naming {
  readonly givenName: string;
  readonly familyName: string;
  readonly nativeName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: LocalDate | null;
  readonly worksAt: string | null;
}

/** What is known of somebody for whom a pseudonym is looked for. */
export interface Hints {
  readonly nameOrder: NameOrder;
  readonly countryCode: string | null;
  readonly salutation: string | null;
  readonly gender: string | null;
  /** Domains of addresses that several others on the list have; never empty. */
  readonly domains: readonly string[];
}

/** A whole number from 0 up to and without `below`. Handed in: a rule has no chance of its own. */
export type Dice = (below: number) => number;

const tries = 60;

/**
 * A pseudonym with the same fields filled as `real` has. `wanted` is a name that somebody chose by hand.
 * @param isTaken says of a folded name whether somebody on the list bears it
 */
export function pseudonymFor(
  real: Naming,
  hints: Hints,
  isTaken: (folded: string) => boolean,
  dice: Dice,
  wanted: Pick<Naming, 'givenName' | 'familyName'> | null = null,
): Naming {
  const name = wanted ? { ...wanted, nativeName: null } : ordinaryName(real, hints, isTaken, dice);
  const spoken = displayName({ ...name, nameOrder: hints.nameOrder });
  return {
    givenName: name.givenName,
    familyName: name.familyName,
    nativeName: real.nativeName === null ? null : (name.nativeName ?? spoken),
    email: real.email === null ? null : addressOf(name, hints.domains, dice),
    phone: real.phone === null ? null : otherDigits(real.phone, dice),
    birthDate: real.birthDate === null ? null : laterInTheYear(real.birthDate, dice),
    worksAt: real.worksAt === null ? null : otherThan(real.worksAt, workplaces, dice),
  };
}

/** May this person be named to the partner, in directories, photos and graphs that leave the organization? Closed when in doubt. */
export function mayLeaveToPartners(person: { readonly isProtected: boolean | undefined }): boolean {
  return person.isProtected === false;
}

function ordinaryName(
  real: Naming,
  { countryCode, nameOrder, salutation, gender }: Hints,
  isTaken: (folded: string) => boolean,
  dice: Dice,
): Pick<Naming, 'givenName' | 'familyName' | 'nativeName'> {
  const pool = poolFor(countryCode, real.nativeName);
  const sex = sexOf(gender, salutation) ?? (dice(2) === 0 ? 'women' : 'men');
  const ownWords = new Set(wordsOf(real));
  const own = [real.nativeName ?? '', real.givenName, real.familyName].flatMap((name) => [name, ...name.split(/\s+/)]);
  const usable = (names: readonly PooledName[]) =>
    names.filter(([latin, native]) => !ownWords.has(foldedName(latin, '')) && !own.some((word) => overlap(native, word)));
  for (let attempt = 0; ; attempt++) {
    const given = pickOf(usable(pool[sex]), dice);
    const family = real.familyName === '' ? null : pickOf(usable(pool.families), dice);
    // When every name of a small pool is borne, two people share one, as people do
    if (attempt < tries && isTaken(foldedName(given[0], family?.[0] ?? ''))) continue;
    const native = [given[1], family?.[1]].filter((part) => part !== undefined);
    if (nameOrder === 'family_first' || pool.joint === '') native.reverse();
    return { givenName: given[0], familyName: family?.[0] ?? '', nativeName: given[1] ? native.join(pool.joint ?? ' ') : null };
  }
}

/** Whether one holds the other, in a script that may have no spaces. */
function overlap(native: string | undefined, own: string): boolean {
  return native !== undefined && own !== '' && (own.includes(native) || native.includes(own));
}

/** The single words of somebody's names, folded. */
export function wordsOf({ givenName, familyName }: Pick<Naming, 'givenName' | 'familyName'>): string[] {
  return [givenName, familyName]
    .flatMap((name) => [name, ...name.split(/[\s-]+/)])
    .map((word) => foldedName(word, ''))
    .filter((word) => word !== '');
}

function sexOf(gender: string | null, salutation: string | null): 'women' | 'men' | null {
  if (gender === 'female') return 'women';
  if (gender === 'male') return 'men';
  if (salutation === null) return null;
  if (/\b(mrs|ms|miss|frau|señora|sra|madame|mme|dona|señorita)\b/i.test(salutation)) return 'women';
  return /\b(mr|herr|señor|sr|monsieur|dom)\b/i.test(salutation) ? 'men' : null;
}

/** As people write their addresses: parts of the name and some digits, so that it is hardly anybody's. */
function addressOf({ givenName, familyName }: Pick<Naming, 'givenName' | 'familyName'>, domains: readonly string[], dice: Dice): string {
  const part = (name: string) => foldedName(name, '').replace(/[^a-z0-9]/g, '');
  const local = [part(givenName), part(familyName)].filter((name) => name !== '').join('.') || 'mail';
  return `${local}${String(100 + dice(900))}@${pickOf(domains, dice)}`;
}

/** The same shape and the same country; the last seven digits are others. */
function otherDigits(phone: string, dice: Dice): string {
  const digits = phone.replace(/\D/g, '').length;
  let left = digits;
  const changed = phone.replace(/\d/g, (digit) => (left-- <= Math.min(7, digits) ? String(dice(10)) : digit));
  return changed === phone && digits > 0 ? phone.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)) : changed;
}

/** Up to two months later in the same year; the last day of it stays. */
function laterInTheYear(date: LocalDate, dice: Dice): LocalDate {
  const left = daysBetween(date, `${date.slice(0, 4)}-12-31`);
  return left === 0 ? date : addDays(date, 1 + dice(Math.min(left, 60)));
}

function otherThan(mine: string, all: readonly string[], dice: Dice): string {
  return pickOf(
    all.filter((one) => foldedName(one, '') !== foldedName(mine, '')),
    dice,
  );
}

function pickOf<T>(all: readonly T[], dice: Dice): T {
  const one = all[dice(all.length)];
  if (one === undefined) throw new Error('Nothing to choose from.');
  return one;
}
