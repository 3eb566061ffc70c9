import { accessErrors, type Owner, weaknessOf } from '@amity/access';
import { DomainError } from '@amity/kernel';

/** Throws `access.password_short`, `_common` or `_personal`, to stand beside the field it came in. */
export function refuseWeak(path: string, password: string, owner: Owner): void {
  const weakness = weaknessOf(password, owner);
  if (weakness) throw beside(path, `password_${weakness}`);
}

/** A refusal that stands beside its field. */
export function beside(
  path: string,
  name: 'wrong_password' | 'not_confirmed' | 'password_short' | 'password_common' | 'password_personal',
): DomainError {
  return new DomainError(`access.${name}`, {}, { errors: [{ path, detail: accessErrors[name].en }] });
}
