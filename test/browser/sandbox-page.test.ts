import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningProcess, startProduct } from '../support/run-process.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A moved clock runs every reminder on its way. */
const MOVE_MS = 30_000;

let dataDir: string;
let product: RunningProcess;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'browser-'));
  product = startProduct({ DATA_DIR: dataDir, HTTP_PORT: '0' });
  const [address] = await product.waitFor(/http:\/\/127\.0\.0\.1:\d+/, 60_000);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  page = await browser.newPage({ viewport: { width: 1000, height: 760 } });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(address);
});

afterAll(async () => {
  await browser.close();
  await product.kill();
  await rm(dataDir, { recursive: true });
});

/** Finds somebody by what the list shows and opens the chat. */
async function become(words: string): Promise<void> {
  await page.getByLabel('Tìm').fill(words);
  await page.locator('.people .entry').first().click();
  await page.getByLabel('Tìm').fill('');
  // At once: the list is drawn anew with each message, and an entry that is waited for may be gone.
  await page.locator('.people .entry.chosen').evaluate((entry) => entry.scrollIntoView({ block: 'nearest' }));
}

async function say(text: string): Promise<void> {
  await page.getByLabel('Tin nhắn').fill(text);
  await page.getByLabel('Tin nhắn').press('Enter');
}

const messages = () => page.locator('#messages .message.bot');
const newest = () => messages().last();

/** Keeps a picture of the page where whoever runs the tests asked for them. */
async function keepPicture(name: string): Promise<void> {
  const folder = process.env.PICTURES_DIR;
  if (folder === undefined) return;
  await page.locator('#toast').waitFor({ state: 'hidden' });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function keepFile(name: string, address: string | null): Promise<void> {
  const folder = process.env.PICTURES_DIR;
  if (folder === undefined) return;
  const response = await page.request.get(new URL(address ?? '', page.url()).href);
  await writeFile(join(folder, name), await response.body());
}

describe('the sandbox page, in a browser', () => {
  it('shows the department and a first thing to try', async () => {
    await page.locator('.story').first().waitFor();
    expect(await page.locator('.people .entry').count()).toBeGreaterThan(3);
    await keepPicture('start');
  });

  it('takes a report of a staff member and shows the answer', async () => {
    await become('ngo thi huong');
    await say('NV12 60% đã gửi dự thảo');
    await newest().getByText('Đã ghi nhận NV12').waitFor();
    expect(await newest().textContent()).toMatch(/60\s?%/);
    await keepPicture('report');
  });

  it('takes it back by the button', async () => {
    await newest().getByRole('button', { name: 'Hoàn tác' }).click();
    await newest().getByText('Đã hoàn tác').waitFor();
    expect(await newest().getByRole('button', { name: 'Hoàn tác' }).count()).toBe(0);
    await say('NV12 60% đã gửi dự thảo');
    await newest().getByText('Đã ghi nhận NV12').waitFor();
  });

  it('moves the clock to the next working morning, when the head reads what is overdue', async () => {
    await become('truong cong minh');
    await page.getByRole('button', { name: 'Sáng làm việc kế tiếp' }).click();
    await messages().getByText('Nhắc việc buổi sáng 09/7/2026').waitFor({ timeout: MOVE_MS });
    expect(await newest().textContent()).toMatch(/quá hạn \d+ ngày làm việc/);
    await page.locator('#clock-time').getByText('07:3').waitFor();
    await keepPicture('alert');
  });

  it('shows a staff member the reminder under the own report', async () => {
    await become('ngo thi huong');
    await page.getByRole('button', { name: 'Sáng làm việc kế tiếp' }).click();
    await newest().getByText('Sắp đến hạn').waitFor({ timeout: MOVE_MS });
    expect(await newest().textContent()).toMatch(/NV12.*\n.*hạn 15\/7\/2026, còn 3 ngày làm việc/);
    await page.locator('#clock-time').getByText('10/7/2026').waitFor();
    await keepPicture('chat');
  });

  it('shows the director the figures and opens the picture', async () => {
    await become('Giám đốc (mẫu)');
    await say('/kpi');
    await page.locator('#messages .photo').waitFor();
    expect(await messages().getByText('Tổng số nhiệm vụ').count()).toBe(1);
    await page.locator('#messages .photo').click();
    const picture = page.locator('#picture img');
    await picture.waitFor();
    expect(await picture.evaluate((image) => Reflect.get(image, 'naturalWidth') as number)).toBeGreaterThan(
      800,
    );
    await keepPicture('director');
    await keepFile('kpi.png', await picture.getAttribute('src'));
    await page.keyboard.press('Escape');
  });

  it('met no fault on the way', () => {
    expect(faults).toEqual([]);
  });
});
