import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type DeliveryResult, type DeliverySize, measureDelivery } from './measure-delivery.ts';

const FULL: DeliverySize = { people: 500, groups: 20, messages: 10_000 };
const QUICK: DeliverySize = { people: 400, groups: 3, messages: 900 };
const RESULTS = new URL('../../bench/', import.meta.url);

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const planFile = new URL('../../plans/dong-nai-skhcn.yaml', import.meta.url).pathname;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const milliseconds = ({ median, p95 }: { median: number; p95: number }) =>
  `${median.toFixed(0)} ms (p95 ${p95.toFixed(0)} ms)`;

function printDelivery(result: DeliveryResult): void {
  console.log(`Delivery of ${result.messages} messages to ${result.people} people and ${result.groups} groups, ${result.database} database
  ${result.perSecond.toFixed(2)}/s over ${result.seconds.toFixed(0)} s: ${percent(result.shareOfLimit)} of Telegram's 30/s
  refused as too many: ${result.tooManyRequests}; doubled: ${result.doubled}
  an answer meanwhile: ${milliseconds(result.meanwhileMs)}; quiet: ${milliseconds(result.quietMs)}; ratio of medians ${result.answerRatio.toFixed(2)}`);
}

const delivery = await measureDelivery(values.quick ? QUICK : FULL, planFile);
printDelivery(delivery);
await mkdir(RESULTS, { recursive: true });
await writeFile(new URL('results.json', RESULTS), `${JSON.stringify({ delivery }, null, 2)}\n`);
