import { cleanText, foldText } from '../text.ts';
import { tellApart } from '../utterance/people.ts';

/**
 * The people whom a typed name may mean: those whose full name ends in it ("Minh", "anh Công Minh"). Marks may be left
 * out, never changed. A name that is exactly somebody's is theirs alone.
 */
export function whoIsMeant<Person extends { name: string }>(
  typed: string,
  people: readonly Person[],
): Person[] {
  const name = cleanText(typed);
  const [told] = tellApart([{ kind: 'person', name, start: 0, end: name.length }], {
    today: '',
    actor: 'leader',
    hasAttachment: false,
    people,
  });
  const names = new Set(told?.people);
  const fits = people.filter((person) => names.has(person.name));
  const exact = fits.filter((person) => foldText(person.name) === foldText(name));
  return exact.length > 0 ? exact : fits;
}
