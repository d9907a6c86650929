import type { UnitPerson } from '../db/queries/drafts.ts';
import { type Actor, audienceOf } from '../domain/access/access.ts';
import type { DraftAsk, DraftCardModel } from '../domain/message/draft-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import {
  type DraftStanding,
  defaultedInDraft,
  facetToAsk,
  missingInDraft,
  proposeAuthority,
  type TaskDraft,
} from '../domain/task/draft.ts';
import { likelyDueDays } from '../domain/task/draft-days.ts';
import type { Facet } from '../domain/task/facets.ts';
import { type KeptDraft, listCandidates, listOwnUnits } from './draft-task.ts';
import { loadDirectory } from './load-directory.ts';
import type { UseCase } from './use-case.ts';

/** Who answers for a draft by the directory, and who is proposed to decide. */
export function standingOf(
  actor: Actor,
  draft: TaskDraft,
  directory: Directory,
): DraftStanding & { head: string | null; leaderInCharge: string | null } {
  if (draft.leadUnitId === null) {
    return { hasHead: false, hasLeader: false, proposedAuthority: null, head: null, leaderInCharge: null };
  }
  const place = { leadUnitId: draft.leadUnitId, leaderInChargeId: null };
  const { head, leaderInCharge } = directory.appointedTo(place);
  return {
    hasHead: head !== null,
    hasLeader: leaderInCharge !== null,
    head: directory.nameOf(head),
    leaderInCharge: directory.nameOf(leaderInCharge),
    proposedAuthority: proposeAuthority({
      isDirector: actor.roles.some(({ role }) => role === 'director'),
      isHeadOnly: audienceOf(actor) === 'head',
      isDirectorInCharge: leaderInCharge !== null && leaderInCharge === directory.director(),
    }),
  };
}

/** The card of a draft: its six facets, what is missing, and the question to ask now. `page` counts people from 0. */
export async function readDraftCard(
  useCase: UseCase,
  actor: Actor,
  kept: KeptDraft,
  page = 0,
): Promise<DraftCardModel> {
  const { draft } = kept;
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const standing = standingOf(actor, draft, directory);
  const missing = missingInDraft(draft, standing);
  const facet = facetToAsk(draft, missing);
  return {
    draftId: kept.id,
    unit: nameOfUnit(directory, draft.leadUnitId),
    assignee: directory.nameOf(draft.assigneeId),
    coordinating: draft.coordinatingUnitIds.flatMap((id) => nameOfUnit(directory, id) ?? []),
    title: draft.title,
    deadline: draft.deadline,
    head: standing.head,
    leaderInCharge: standing.leaderInCharge,
    authority: draft.authority ?? standing.proposedAuthority,
    product: draft.product,
    missing,
    defaulted: defaultedInDraft(draft, standing),
    hints: kept.hints,
    ask: facet === null ? null : await askAbout(useCase, actor, draft, facet, page),
  };
}

const nameOfUnit = (directory: Directory, unitId: number | null): string | null =>
  unitId === null ? null : (directory.unitOf(unitId)?.shortName ?? null);

const PEOPLE_A_PAGE = 6;

/** The question about a facet, with the answers that are likely. */
async function askAbout(
  useCase: UseCase,
  actor: Actor,
  draft: TaskDraft,
  facet: Facet,
  page: number,
): Promise<DraftAsk> {
  if (facet === 'time') return { facet, days: likelyDueDays(useCase.today, useCase.calendar) };
  if (facet !== 'people') return { facet };
  const isWhoOpen = draft.leadUnitId !== null || draft.candidateIds.length > 0;
  return isWhoOpen ? askWho(useCase, actor, draft, page) : askWhichUnit(useCase, actor);
}

async function askWhichUnit(useCase: UseCase, actor: Actor): Promise<DraftAsk> {
  const units = (await listOwnUnits(useCase, actor)).filter(({ kind }) => kind !== 'leadership');
  return { facet: 'unit', units: units.map(({ id, shortName }) => ({ unitId: id, name: shortName })) };
}

async function askWho(useCase: UseCase, actor: Actor, draft: TaskDraft, page: number): Promise<DraftAsk> {
  const all = await listCandidates(useCase, actor, draft);
  const named = all.filter(({ personId }) => draft.candidateIds.includes(personId));
  const offered = named.length > 0 ? named : all;
  const pages = Math.max(1, Math.ceil(offered.length / PEOPLE_A_PAGE));
  const shown = Math.min(page, pages - 1);
  const people = offered.slice(shown * PEOPLE_A_PAGE, (shown + 1) * PEOPLE_A_PAGE).map(toChoice);
  const hasOtherUnits = (await listOwnUnits(useCase, actor)).length > 1;
  return { facet: 'people', people, page: shown, pages, hasOtherUnits };
}

const toChoice = ({ personId, name, openTasks }: UnitPerson) => ({ personId, name, openTasks });
