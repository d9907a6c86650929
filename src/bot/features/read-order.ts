import type { Order } from '../../app/draft-task.ts';
import { loadImportContext } from '../../app/load-import-context.ts';
import { productAsTyped } from '../../domain/task/draft.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import type { Meaning, UtteranceContext } from '../../domain/utterance/meaning.ts';
import { nextPerson, personFields } from '../../domain/utterance/naming.ts';
import { orderFields } from '../../domain/utterance/orders.ts';
import { readUtterance } from '../../domain/utterance/read-utterance.ts';
import { readText } from '../../domain/utterance/reading.ts';
import { prepareText } from '../../domain/utterance/typed-text.ts';
import type { ChatContext } from '../chat-context.ts';
import { GIVES, guessProduct } from '../texts/vi/drafts.ts';

/**
 * What a text means that is known to be an order: whoever typed it need not say so, nor name a unit. The whole text is
 * the work where nothing else is found in it.
 */
export async function readOrder(ctx: ChatContext, typed: string): Promise<Meaning> {
  const text = cleanText(typed);
  const sentence = foldText(text).startsWith(GIVES) ? text : `${GIVES} ${text}`;
  const context = await loadReadingContext(ctx);
  const read = readUtterance(sentence, context);
  if (read.intent === 'assign' || namesPersonOnTask(read)) return read;
  const reading = readText(prepareText(sentence), context);
  const fields = { ...orderFields(reading), ...personFields(nextPerson(reading)) };
  return { intent: 'assign', ...(Object.keys(fields).length === 0 ? { title: text } : fields) };
}

/** "Giao anh Minh làm NV12", "chuyển NV12 cho chị Lan": no new task, but somebody for one that is there. */
export const namesPersonOnTask = ({ intent, task, person }: Meaning): boolean =>
  (intent === 'assign_person' || intent === 'reassign') && task !== undefined && person !== undefined;

async function loadReadingContext(ctx: ChatContext): Promise<UtteranceContext> {
  const { today, calendar } = ctx.useCase;
  const { units, people } = await loadImportContext(ctx.useCase, today);
  return { today, calendar, actor: 'leader', hasAttachment: false, units, people };
}

/** The work without the name of whoever is to do it: "anh Thắng soạn báo cáo" is "soạn báo cáo". */
function titleOf({ title, person }: Meaning): string | null {
  if (title === undefined) return null;
  const words = title.split(' ');
  const name = foldText(person ?? '').split(' ');
  const isName = (count: number) =>
    foldText(words.slice(0, count).join(' ')) === name.slice(-count).join(' ');
  const count = name.findLastIndex((_, i) => i < words.length - 1 && isName(i + 1)) + 1;
  return words.slice(count).join(' ');
}

/** The order that a meaning carries; the product is guessed from the work where none is stated. */
export function toOrder(meaning: Meaning): Order {
  const { expectedProduct, deadline } = meaning;
  const title = titleOf(meaning);
  const guessed = title === null ? null : guessProduct(title);
  return {
    unitCode: meaning.unit ?? null,
    coordinatingCodes: meaning.coordinating ?? [],
    personName: meaning.person ?? null,
    title,
    product: expectedProduct === undefined ? guessed : productAsTyped(expectedProduct),
    deadlineWording: deadline ?? null,
    dueOn: meaning.on ?? null,
  };
}
