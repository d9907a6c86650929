import { formatProblems, readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { runReal } from './run-real.ts';
import { runSandbox } from './sandbox/run-sandbox.ts';

const reading = readConfig(process.env);
if (!reading.ok) {
  console.error(formatProblems(reading.problems));
  process.exit(1);
}
const { config } = reading;
const logger = createLogger(config.logLevel);

try {
  const running =
    config.botToken === null
      ? await runSandbox(config, logger)
      : await runReal(config, config.botToken, logger);
  let isStopping = false;
  const stop = (signal: string) => {
    // A second signal does not wait for what is in hand.
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info({ signal }, 'Stopping');
    void running.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
