import type { BotWorld } from './bot-world.ts';
import type { PersonKey } from './department.ts';
import { findPersonId } from './set-up-department.ts';
import { buttonsOf, textOf } from './speaker.ts';

/** What tests of requests do again and again, in whatever world stands. */
export function talkIn(worldOf: () => BotWorld) {
  const as = (person: PersonKey) => worldOf().as(person);
  return {
    idOf: (person: PersonKey) => worldOf().inUseCase((useCase) => findPersonId(useCase, person)),
    /** What a person read last, and the buttons under it. */
    lastTo: (person: PersonKey): string => textOf(as(person).lastAnswer()),
    buttonsTo: (person: PersonKey): string[] => buttonsOf(as(person).lastAnswer()),
    /** Presses whatever data under the newest message of a person, as an old or forged button would. */
    forges: (person: PersonKey, data: string): Promise<string> =>
      as(person).pressesData(as(person).lastAnswer().message_id, data),
    /** Asks for something and confirms that it is meant. */
    asks: async (person: PersonKey, text: string): Promise<string> => {
      await as(person).says(text);
      return as(person).presses('Gửi đề nghị');
    },
  };
}
