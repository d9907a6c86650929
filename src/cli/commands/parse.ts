import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { z } from 'zod';
import { readWorkbook } from '../../documents/import/read-workbook.ts';
import { dayOf } from '../../domain/days.ts';
import { type Plan, planCalendar } from '../../domain/plan/plan.ts';
import { cleanText } from '../../domain/text.ts';
import type { Meaning, UtteranceContext } from '../../domain/utterance/meaning.ts';
import { readUtterance } from '../../domain/utterance/read-utterance.ts';
import { CliError, type CommandRun } from '../command.ts';
import { readLines } from '../read-lines.ts';

const SAMPLE_PEOPLE = fileURLToPath(new URL('../../../sample/nhan-su.xlsx', import.meta.url));

const questionSchema = z.object({
  text: z.string(),
  now: z.string().optional(),
  reply: z.string().optional(),
  replyTo: z.enum(['task', 'extensionRequest', 'completionReport']).optional(),
  actor: z.enum(['staff', 'leader']).default('staff'),
  attachment: z.boolean().default(false),
});
type Question = z.infer<typeof questionSchema>;

export function addParseCommand(program: Command, run: CommandRun): void {
  program
    .command('parse [text]')
    .description('what a chat message means; without a text, one JSON object a line of standard input')
    .option('--now <moment>', 'when it is said, ISO; needed with a text')
    .option('--reply <code>', 'the task whose card it replies to')
    .option('--reply-to <what>', 'task, extensionRequest or completionReport')
    .option('--actor <who>', 'staff or leader', 'staff')
    .option('--attachment', 'a file comes with it')
    .action(async (text: string | undefined, flags: Record<string, unknown>) => {
      const plan = await run.sources.loadPlan();
      const directory = await readSampleDirectory(plan);
      const questions =
        text === undefined ? readLines(run.request.input).map(readJson) : [readQuestion({ text, ...flags })];
      for (const question of questions) run.print(answerQuestion(question, plan, directory));
    });
}

function readJson(line: string): Question {
  try {
    return readQuestion(JSON.parse(line));
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(`This line is not JSON: ${line.slice(0, 80)}`);
  }
}

function readQuestion(value: unknown): Question {
  const read = questionSchema.safeParse(value);
  if (!read.success) throw new CliError(z.prettifyError(read.error).replaceAll('\n', ' '));
  return read.data;
}

type Directory = Pick<UtteranceContext, 'units' | 'people' | 'indicators'>;

/** The plan's units and indicators, and the people of the sample department. */
async function readSampleDirectory(plan: Plan): Promise<Directory> {
  const context = {
    units: plan.units,
    people: [],
    issuedOn: plan.campaign.startOn,
    today: plan.campaign.startOn,
    beforeDayMeans: plan.deadlines.beforeDayMeans,
    phases: plan.phases,
    calendar: planCalendar(plan),
  };
  const reading = await readWorkbook(await readFile(SAMPLE_PEOPLE), context);
  const people = 'people' in reading ? reading.people : [];
  return {
    units: plan.units,
    indicators: plan.indicators,
    people: people.map(({ name, unitCode, title }) => ({ name, unitCode, title })),
  };
}

function answerQuestion(question: Question, plan: Plan, directory: Directory): Meaning {
  const now = question.now === undefined ? new Date() : new Date(question.now);
  if (Number.isNaN(now.getTime())) throw new CliError(`This is no moment: ${question.now}`);
  return readUtterance(cleanText(question.text), {
    ...directory,
    today: dayOf(now),
    calendar: planCalendar(plan),
    actor: question.actor,
    hasAttachment: question.attachment,
    ...(question.reply === undefined ? {} : { replyTask: question.reply }),
    ...(question.replyTo === undefined ? {} : { replyTo: question.replyTo }),
  });
}
