import { distinctCodes } from './codes.ts';
import { addDetails } from './details.ts';
import { type Intent, type Meaning, PROGRESS_INTENTS, type UtteranceContext } from './meaning.ts';
import { type Reading, readText, taskOf } from './reading.ts';
import { meaning, type Rule } from './rule.ts';
import { CORRECTION_RULES, isMisplaced } from './rules-corrections.ts';
import { DECISION_RULES } from './rules-decisions.ts';
import { DOUBT_RULES } from './rules-doubts.ts';
import { LEADER_RULES } from './rules-leaders.ts';
import { PROGRESS_RULES } from './rules-progress.ts';
import { QUERY_RULES } from './rules-queries.ts';
import { REGISTER_RULES } from './rules-registers.ts';
import { REQUEST_RULES } from './rules-requests.ts';
import { TASK_LIFE_RULES } from './rules-task-life.ts';
import { readSeveralTasks } from './several-tasks.ts';
import { suggestTasks } from './suggest-tasks.ts';
import { prepareText, type TypedText } from './typed-text.ts';

export type { Meaning, UtteranceContext } from './meaning.ts';

/** The first rule that understands the text decides: doubts, requests and questions before any claim. */
const RULES: readonly Rule[] = [
  ...DOUBT_RULES,
  ...TASK_LIFE_RULES,
  ...DECISION_RULES,
  ...CORRECTION_RULES,
  ...REQUEST_RULES,
  ...LEADER_RULES,
  ...REGISTER_RULES,
  ...QUERY_RULES,
  ...PROGRESS_RULES,
];

/** Intents that say nothing without knowing of which task. */
const ABOUT_A_TASK: ReadonlySet<Intent> = new Set<Intent>([
  ...PROGRESS_INTENTS,
  'ask_extension',
  'cancel_extension',
  'ask_change',
  'ask_suspension',
  'ask_resumption',
  'ask_cancellation',
  'accept',
  'refuse',
  'approve',
  'reject',
  'return',
  'reassign',
  'assign_person',
  'query_task',
]);
/** These may name several tasks or none. */
const MAY_NAME_TASK: ReadonlySet<Intent> = new Set([
  'ack',
  'ask_directive',
  'clarify',
  'undo_move',
  'substitute',
  'remind',
  'unknown',
]);

function applyRules(reading: Reading): Meaning {
  for (const rule of RULES) {
    const understood = rule.read(reading);
    if (understood !== undefined) return understood;
  }
  const isEvidence = reading.context.hasAttachment && taskOf(reading) !== undefined;
  return meaning(isEvidence ? { intent: 'update', status: 'inProgress' } : { intent: 'unknown' });
}

/** Adds the task, or asks which one is meant. */
function settleTask(reading: Reading, understood: Meaning): Meaning {
  const { intent } = understood;
  if (!ABOUT_A_TASK.has(intent) && !MAY_NAME_TASK.has(intent)) return understood;
  const codes = distinctCodes(reading.codes);
  const task = understood.task ?? (codes.length > 1 ? undefined : taskOf(reading));
  if (task !== undefined) return { ...understood, task };
  if (codes.length > 1 && (intent === 'query_task' || !ABOUT_A_TASK.has(intent)))
    return { ...understood, candidates: codes };
  if (codes.length > 1) return meaning({ intent: 'clarify', reason: 'severalTasks', candidates: codes });
  if (!ABOUT_A_TASK.has(intent)) return understood;
  const candidates = suggestTasks(reading);
  const { percent, delta, on, product, note } = understood;
  return meaning({
    intent: 'clarify',
    reason: 'whichTask',
    percent,
    delta,
    on,
    product,
    note,
    candidates: candidates.length > 0 ? candidates : undefined,
  });
}

function readPrepared(typed: TypedText, context: UtteranceContext): Meaning {
  const reading = readText(typed, context);
  const several = isMisplaced(reading)
    ? undefined
    : readSeveralTasks(reading, (text, task) =>
        readPrepared(prepareText(text), { ...context, replyTask: task }),
      );
  return several ?? addDetails(reading, settleTask(reading, applyRules(reading)));
}

/**
 * What a chat message means. Never throws: what no rule understands is `unknown`, what is unclear is `clarify`
 * with its reason. A code in the text goes before the task replied to. Nothing is taken for a completion that is
 * denied, wished, promised, asked or only partly said.
 */
export function readUtterance(text: string, context: UtteranceContext): Meaning {
  return readPrepared(prepareText(text), context);
}
