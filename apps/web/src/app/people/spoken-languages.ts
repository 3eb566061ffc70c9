// The languages people are asked about, named in the reader's own and sorted the way the reader sorts.
const asked =
  'am ar az bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga he hi hr hu hy id is it ja ka kk km ko ku lt lv mk mn ms mt my nb ne nl pl ps pt ro ru sk sl sq sr sv sw ta th ti tr uk ur uz vi yue zh zu';

export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

export function spokenLanguages(locale: string): { value: string; label: string }[] {
  const order = new Intl.Collator(locale);
  return asked
    .split(' ')
    .map((value) => ({ value, label: languageName(value, locale) }))
    .sort((a, b) => order.compare(a.label, b.label));
}
