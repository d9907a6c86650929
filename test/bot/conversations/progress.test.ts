import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';

let world: BotWorld;
beforeAll(async () => {
  const t = Date.now();
  world = await startBotWorld();
  console.log('start', Date.now() - t);
});
afterAll(() => world.close());

test('probe', async () => {
  const t = Date.now();
  const out: string[] = [];
  const log = async (who: Parameters<BotWorld['as']>[0], text: string) => out.push(`${who} > ${text}\n${await world.as(who).says(text)}`);
  for (const text of ['NV11 60% đã gửi dự thảo', 'nv11 70 phan tram', 'NV 11 ddax guiwr duwj thaor 72%', 'NV11 30%', 'NV11 130%', 'NV99 50%', 'NV13 50%', 'NV11 80%, NV12 20%', 'NV11 xong', 'NV11 xong, số 45/KH-SKHCN ngày 07/7/2026', '/viec', '/nv 11', '/nv 13', '/nv 99', 'nv 12', '/kpi', '/trogiup', '/nhom', '/thietlap', '/nhap', 'ok', 'hôm nay trời đẹp','nv11 31/6 xong', 'dạ em cảm ơn'])
    await log('mai', text);
  for (const text of ['/kpi', '/viec', '/trogiup']) for (const who of ['director', 'digitalHead', 'officeHead'] as const) await log(who, text);
  await log(6999, 'xin chào');
  console.log(out.join('\n----\n'));
  console.log('took', Date.now() - t);
  await world.begin();
  console.log('again', Date.now() - t);
});
