import type { Command } from 'commander';
import { readDeadline } from '../../domain/deadline/read-deadline.ts';
import { planCalendar } from '../../domain/plan/plan.ts';
import { CliError, type CommandRun } from '../command.ts';
import { readLines } from '../read-lines.ts';

interface DeadlineFlags {
  issued?: string;
  channel: string;
}

export function addDeadlineCommand(program: Command, run: CommandRun): void {
  program
    .command('deadline [wording]')
    .description('what the wording of a deadline means; without one, a line of standard input each')
    .option('--issued <day>', 'day of the giving document, YYYY-MM-DD')
    .option('--channel <channel>', 'document or chat', 'document')
    .action(async (wording: string | undefined, flags: DeadlineFlags) => {
      const plan = await run.sources.loadPlan();
      if (flags.channel !== 'document' && flags.channel !== 'chat')
        throw new CliError('--channel is document or chat');
      const options = {
        issuedOn: flags.issued ?? plan.campaign.issuedOn ?? plan.campaign.startOn,
        channel: flags.channel as 'document' | 'chat',
        beforeDayMeans: plan.deadlines.beforeDayMeans,
        phases: plan.phases,
        calendar: planCalendar(plan),
      };
      const wordings = wording === undefined ? readLines(run.request.input) : [wording];
      for (const each of wordings) run.print(readDeadline(each, options));
    });
}
