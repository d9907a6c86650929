import { Composer } from 'telegraf';
import { acceptTask } from '../../app/accept-task.ts';
import { assignPerson, dropAssignment, proposeAssignment } from '../../app/assign-person.ts';
import { changeDraft, type DraftChange, dropDraft } from '../../app/change-draft.ts';
import { draftEmptyTask, draftTask, type KeptDraft } from '../../app/draft-task.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import { issueDraft } from '../../app/issue-task.ts';
import { readDraftCard } from '../../app/read-draft-card.ts';
import { Refusal } from '../../app/use-case.ts';
import { findTask } from '../../db/queries/tasks.ts';
import { makeDay } from '../../domain/days.ts';
import { AUTHORITY_LEVELS } from '../../domain/task/draft.ts';
import { FACETS, type Facet } from '../../domain/task/facets.ts';
import type { Meaning } from '../../domain/utterance/meaning.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { AUTHORITY_WORDS, PRODUCTS, productOf } from '../texts/vi/drafts.ts';
import { onPress } from './on-press.ts';
import { namesPersonOnTask, readOrder, toOrder } from './read-order.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** Giving a task by one sentence or step by step, putting a person on one, and taking it on. */
export const assigning = new Composer<ChatContext>();

assigning.command('giao', async (ctx) => {
  if (!isPrivate(ctx)) return continueInPrivate(ctx);
  if (ctx.payload.trim() !== '') return beginWith(ctx, ctx.payload);
  const { id } = await draftEmptyTask(ctx.useCase, actorOf(ctx));
  await ctx.say({ kind: 'draftAsked', payload: { draftId: id } });
});

assigning.command('huy', async (ctx) => {
  if (!isPrivate(ctx)) return continueInPrivate(ctx);
  const { title } = await dropDraft(ctx.useCase, actorOf(ctx), null);
  await ctx.say({ kind: 'draftDropped', payload: { title } });
});

/** What is given stays between giver and bot until it is issued. */
const continueInPrivate = (ctx: ChatContext): Promise<void> =>
  ctx.say({ kind: 'continueInPrivate', payload: { botUsername: ctx.botInfo.username } });

/** Begins a task with a sentence typed after the command. */
async function beginWith(ctx: ChatContext, sentence: string): Promise<void> {
  const meaning = await readOrder(ctx, sentence);
  if (namesPersonOnTask(meaning)) return proposePerson(ctx, meaning);
  await sayDraft(ctx, await draftTask(ctx.useCase, actorOf(ctx), toOrder(meaning)));
}

/** "Giao phòng CĐS tham mưu kế hoạch ATTT trước 20/7, VP phối hợp". */
export async function giveTask(ctx: ChatContext, meaning: Meaning): Promise<void> {
  if (!isPrivate(ctx)) return continueInPrivate(ctx);
  await sayDraft(ctx, await draftTask(ctx.useCase, actorOf(ctx), toOrder(meaning)));
}

/** "Giao anh Minh làm NV12": asked first. @throws Refusal when no task or person is named */
export async function proposePerson(ctx: ChatContext, meaning: Meaning): Promise<void> {
  if (!isPrivate(ctx)) return continueInPrivate(ctx);
  const { task: code, person: typed, on } = meaning;
  if (code === undefined || typed === undefined) throw new Refusal('personNotOfUnit');
  const proposed = await proposeAssignment(ctx.useCase, actorOf(ctx), code, typed);
  const { pendingId, task, assignee } = proposed;
  const about = { taskId: task.id, code: task.code, title: task.title, dueOn: task.dueOn };
  const people = proposed.people.map(({ personId, name, openTasks }) => ({ personId, name, openTasks }));
  await ctx.say({
    kind: 'confirmAssignment',
    payload: { ...about, pendingId, assignee, people, saidOn: on ?? null },
  });
}

/** Shows a draft anew under what was said. */
export async function sayDraft(ctx: ChatContext, kept: KeptDraft): Promise<void> {
  await ctx.say({ kind: 'taskDraft', payload: await readDraftCard(ctx.useCase, actorOf(ctx), kept) });
}

/** Takes a pressed answer into the draft and draws its card in place. */
async function answer(ctx: ChatContext, draftId: number, change: DraftChange, page = 0): Promise<void> {
  const actor = actorOf(ctx);
  const kept = await changeDraft(ctx.useCase, actor, draftId, change);
  await ctx.redraw({ kind: 'taskDraft', payload: await readDraftCard(ctx.useCase, actor, kept, page) });
}

/** A facet by its place in the plan's order, as buttons carry it. @throws Refusal `buttonTooOld` for any other number */
function facetAt(place: number): Exclude<Facet, 'responsibility'> {
  const facet = FACETS[place];
  if (facet === undefined || facet === 'responsibility') throw new Refusal('buttonTooOld');
  return facet;
}

function dayFrom(written: number): string {
  const day = makeDay(Math.floor(written / 10_000), Math.floor(written / 100) % 100, written % 100);
  if (day === null) throw new Refusal('buttonTooOld');
  return day;
}

assigning.use(
  onPress('draftUnit', (ctx, draftId = 0, unitId = 0) => answer(ctx, draftId, { kind: 'unit', unitId })),
  onPress('draftOtherUnit', (ctx, draftId = 0) => answer(ctx, draftId, { kind: 'otherUnit' })),
  onPress('draftPerson', (ctx, draftId = 0, personId = 0) =>
    answer(ctx, draftId, { kind: 'person', personId }),
  ),
  onPress('draftPeople', (ctx, draftId = 0, page = 0) =>
    answer(ctx, draftId, { kind: 'look', facet: 'people' }, page),
  ),
  onPress('draftDay', (ctx, draftId = 0, day = 0) =>
    answer(ctx, draftId, { kind: 'day', dueOn: dayFrom(day) }),
  ),
  onPress('draftOtherDay', (ctx, draftId = 0) => answer(ctx, draftId, { kind: 'otherDay' })),
  onPress('draftProduct', (ctx, draftId = 0, place = 0) => {
    const words = PRODUCTS[place];
    if (words === undefined) throw new Refusal('buttonTooOld');
    return answer(ctx, draftId, { kind: 'product', product: productOf(words, false) });
  }),
  onPress('draftAuthority', (ctx, draftId = 0, place = 0) => {
    const authority = AUTHORITY_LEVELS[place];
    if (authority === undefined) throw new Refusal('buttonTooOld');
    return answer(ctx, draftId, { kind: 'authority', authority });
  }),
  onPress('draftFacet', (ctx, draftId = 0, place = 0) =>
    answer(ctx, draftId, { kind: 'look', facet: facetAt(place) }),
  ),
  onPress('draftType', async (ctx, draftId = 0, place = 0) => {
    const facet = facetAt(place);
    await changeDraft(ctx.useCase, actorOf(ctx), draftId, { kind: 'ask', question: facet });
    await ctx.say({ kind: 'draftQuestion', payload: { draftId, facet } });
  }),
);

assigning.use(
  onPress('issueDraft', async (ctx, draftId = 0) => {
    const issued = await issueDraft(ctx.useCase, actorOf(ctx), draftId, AUTHORITY_WORDS);
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'taskIssued', payload: issued });
  }),
  onPress('dropDraft', async (ctx, draftId = 0) => {
    const { title } = await dropDraft(ctx.useCase, actorOf(ctx), draftId);
    await ctx.redraw({ kind: 'draftDropped', payload: { title } });
  }),
  onPress('assignPerson', async (ctx, pendingId = 0, personId = 0) => {
    const { task, name, before } = await assignPerson(ctx.useCase, actorOf(ctx), pendingId, personId);
    ctx.toast = TOASTS.done;
    await ctx.redraw({
      kind: 'personAssigned',
      payload: { taskId: task.id, code: task.code, title: task.title, name, before },
    });
  }),
  onPress('dropAssignment', async (ctx, pendingId = 0) => {
    await dropAssignment(ctx.useCase, actorOf(ctx), pendingId);
    await ctx.redraw({ kind: 'assignmentDropped', payload: {} });
  }),
  onPress('acceptTask', async (ctx, taskId = 0) => {
    const actor = actorOf(ctx);
    const { id, code, title } = await acceptTask(ctx.useCase, actor, taskId);
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'taskAccepted', payload: { taskId: id, code, title, by: actor.name } });
  }),
  onPress('returnTask', async (ctx, taskId = 0) => {
    const named = await findTask(ctx.useCase.tx, taskId);
    if (named === undefined) throw new Refusal('buttonTooOld');
    const task = await findTaskForActor(ctx.useCase, actorOf(ctx), named.code, 'view');
    await ctx.say({ kind: 'returnHint', payload: { taskId, code: task.code, title: task.title } });
  }),
);
