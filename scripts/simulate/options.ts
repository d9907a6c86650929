import { parseArgs } from 'node:util';

/** What a simulation is asked to live through. */
export interface SimulateOptions {
  people: number;
  tasks: number;
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  seed: number;
  /** Where `sent.jsonl`, `facts.json`, `events.jsonl` and `verdict.json` are written. */
  out: string;
  /** An office's own lists, as they would be sent to the bot. */
  peopleFile: string | undefined;
  tasksFile: string | undefined;
  /** What people do, one `{at, person, text | press}` a line; made up when not given. */
  events: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @throws Error that names the option and the cure */
export function readOptions(args: string[]): SimulateOptions {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string' },
      tasks: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'data/simulate' },
      'people-file': { type: 'string' },
      'tasks-file': { type: 'string' },
      events: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const isQuick = values.quick;
  const options = {
    people: countOf('people', values.people ?? (isQuick ? '40' : '200'), 12),
    tasks: countOf('tasks', values.tasks ?? (isQuick ? '60' : '600'), 1),
    from: dayOf('from', values.from ?? '2026-06-01'),
    to: dayOf('to', values.to ?? (isQuick ? '2026-07-17' : '2027-09-30')),
    seed: countOf('seed', values.seed, 0),
    out: values.out,
    peopleFile: values['people-file'],
    tasksFile: values['tasks-file'],
    events: values.events,
  };
  if (options.from >= options.to) throw new Error('--to must be a later day than --from');
  return options;
}

function countOf(name: string, typed: string, least: number): number {
  const count = Number(typed);
  if (!Number.isInteger(count) || count < least)
    throw new Error(`--${name} takes a whole number of at least ${least}, not "${typed}"`);
  return count;
}

function dayOf(name: string, typed: string): string {
  if (!DAY.test(typed) || Number.isNaN(Date.parse(typed)))
    throw new Error(`--${name} takes a day like 2026-06-01, not "${typed}"`);
  return typed;
}
