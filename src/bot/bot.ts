import { Composer } from 'telegraf';
import type { ChatContext } from './chat-context.ts';
import { answerRefusals } from './features/answer-refusals.ts';
import { approvals } from './features/approvals.ts';
import { assigning } from './features/assigning.ts';
import { binding } from './features/binding.ts';
import { blockers } from './features/blockers.ts';
import { bottlenecks } from './features/bottlenecks.ts';
import { chatMembership } from './features/chat-membership.ts';
import { completion } from './features/completion.ts';
import { delegating } from './features/delegating.ts';
import { directives } from './features/directives.ts';
import { draftDialog } from './features/draft-dialog.ts';
import { editedMessage } from './features/edited-message.ts';
import { evidence } from './features/evidence.ts';
import { explanations } from './features/explanations.ts';
import { exporting } from './features/exporting.ts';
import { figures } from './features/figures.ts';
import { groupBinding } from './features/group-binding.ts';
import { help } from './features/help.ts';
import { identify } from './features/identify.ts';
import { ignoreForeign } from './features/ignore-foreign.ts';
import { importing } from './features/importing.ts';
import { indicators } from './features/indicators.ts';
import { inviting } from './features/inviting.ts';
import { journal } from './features/journal.ts';
import { peopleOffice } from './features/people-office.ts';
import { progress } from './features/progress.ts';
import { queries } from './features/queries.ts';
import { reminders } from './features/reminders.ts';
import { reports } from './features/reports.ts';
import { requests } from './features/requests.ts';
import { risks } from './features/risks.ts';
import { setup } from './features/setup.ts';
import { severalTasks } from './features/several-tasks.ts';
import { taskChanges } from './features/task-changes.ts';
import { taskLists } from './features/task-lists.ts';
import { tickets } from './features/tickets.ts';
import { undoMove } from './features/undo-move.ts';
import { unhandled } from './features/unhandled.ts';
import { unitsOffice } from './features/units-office.ts';

/** The bot as one list: who is speaking, then what can be asked, the plain message last. */
export function createBot(): Composer<ChatContext> {
  return new Composer<ChatContext>(
    chatMembership,
    ignoreForeign,
    answerRefusals,
    identify,
    binding,
    help,
    setup,
    groupBinding,
    importing,
    taskLists,
    approvals,
    figures,
    completion,
    assigning,
    // Each takes a typed text only when its own question was the last one.
    tickets,
    bottlenecks,
    explanations,
    reports,
    exporting,
    draftDialog,
    requests,
    taskChanges,
    indicators,
    risks,
    peopleOffice,
    unitsOffice,
    inviting,
    delegating,
    editedMessage,
    blockers,
    reminders,
    queries,
    journal,
    undoMove,
    directives,
    evidence,
    severalTasks,
    progress,
    unhandled,
  );
}
