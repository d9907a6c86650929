import { chatMethods } from './chats.ts';
import { editingMethods } from './editing.ts';
import type { ApiMethod } from './method.ts';
import { profileMethods } from './profile.ts';
import { receivingMethods } from './receiving.ts';
import { sendingMethods } from './sending.ts';

const families = [sendingMethods, editingMethods, receivingMethods, chatMethods, profileMethods];

/** Every method of the sandbox; Telegram does not mind upper and lower case in their names. */
const methodsByName: ReadonlyMap<string, ApiMethod> = new Map(
  families.flatMap((family) => Object.entries(family).map(([name, method]) => [name.toLowerCase(), method])),
);

export function findMethod(name: string): ApiMethod | undefined {
  return methodsByName.get(name.toLowerCase());
}
