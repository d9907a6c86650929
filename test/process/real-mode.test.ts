import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IndependentBotApi } from '../support/independent-bot-api.ts';
import {
  type Invitation,
  inviteAndJoin,
  listPlaces,
  RealInstallation,
} from '../support/real-installation.ts';
import { recomputeFigures } from '../support/recompute-figures.ts';

/** From the plan to the press of Bắt đầu: many times what it takes. */
const TIME_TO_START_MS = 75_000;
const GROUP = -1_000_555;
const HOUR_MS = 3_600_000;
const MONDAY = 1;
const SATURDAY = 6;

/** Day and time at the office's clock. */
const officeTime = (at: number) => {
  const [on = '', time = ''] = new Date(at + 7 * HOUR_MS).toISOString().split('T');
  return { on, at: time.slice(0, 5), weekday: new Date(on).getUTCDay() || 7 };
};

/** On a weekend the installation believes that it is Monday: nothing is sent on a day off. */
function aheadToWeekday(now: number): number {
  const { weekday } = officeTime(now + HOUR_MS);
  return weekday < SATURDAY ? 0 : (7 + MONDAY - weekday) * 24 * HOUR_MS;
}

/** The first whole minute after a moment. */
const nextMinute = (from: number) => Math.ceil(from / 60_000) * 60_000;

/** The shipped plan with the digest and the morning slot at a given moment, and that day a working day. */
const withDigestAt = (moment: number) => (plan: string) => {
  const { on, at, weekday } = officeTime(moment);
  return plan
    .replace(/(weeklyDigest:\n {2}weekday: )\d(\n {2}at: )"\d\d:\d\d"/, `$1${weekday}$2"${at}"`)
    .replace(/morning: "\d\d:\d\d"/, `morning: "${at < '23:50' ? at : '00:00'}"`)
    .replace(/afternoon: "\d\d:\d\d"/, 'afternoon: "23:58"')
    .replace(/from: "17:00"\n {4}to: "07:00"/, 'from: "23:59"\n    to: "00:00"')
    .replace(new RegExp(` *- \\{ on: ${on}, name:.*\n`), '');
};

describe.each(listPlaces().slice(-1))(
  'a real installation on $name, against an independent server',
  ({ place }) => {
    const clockAheadMs = aheadToWeekday(Date.now());
    const now = () => Date.now() + clockAheadMs;
    const server = new IndependentBotApi(now);
    let installation: RealInstallation;
    let people: Map<string, number>;
    let root: string;
    let digestAt: number;
    const idOf = (name: string) => people.get(name) ?? 0;

    const STAFF = 'Ngô Thị Hương';
    const HEAD = 'Bùi Đức Huy';
    const OFFICE_HEAD = 'Trần Quốc Cường';
    const DIRECTOR = 'Giám đốc (mẫu)';

    beforeAll(async () => {
      root = await server.start();
    });

    afterAll(async () => {
      await installation.remove();
      await server.stop();
    }, 60_000);

    it('is filled by the command line from the two shipped files, and is then in order', async () => {
      digestAt = nextMinute(now() + TIME_TO_START_MS);
      const changes = { clockAheadMs, editPlan: withDigestAt(digestAt) };
      installation = await RealInstallation.create(place, { root, server }, changes);
      const staff = await installation.cli<{ rows: object[]; problems: { severity: string }[] }>(
        'import',
        'sample/nhan-su.xlsx',
      );
      const tasks = await installation.cli<{ rows: object[]; problems: { severity: string }[] }>(
        'import',
        'sample/nhiem-vu.xlsx',
      );
      expect([staff.rows.length, tasks.rows.length]).toEqual([64, 129]);
      expect(await installation.cli('doctor')).toMatchObject({ ok: true });
    }, 60_000);

    it('lets those whom it invited join, and nobody else', async () => {
      await installation.start();
      const names = [STAFF, HEAD, OFFICE_HEAD, DIRECTOR];
      const invited = await Promise.all(names.map((name) => installation.cli<Invitation[]>('invite', name)));
      const invitations = invited.flat();
      people = await inviteAndJoin(invitations, server, 7001);
      server.write(9999, '/kpi');
      expect((await server.waitForMessage(9999, /./)).text).toMatch(/đã được mời/);
      server.write(9998, `/start ${invitations[0]?.code}`);
      expect((await server.waitForMessage(9998, /./)).text).toMatch(/đã được dùng/);
    }, 90_000);

    it('binds a group and starts with one press of the office', async () => {
      server.addGroup(GROUP, 'Sở KH&CN');
      server.write(idOf(OFFICE_HEAD), '/nhom', GROUP);
      await server.waitForMessage(GROUP, /nhận bản tin tuần/);
      server.write(idOf(OFFICE_HEAD), '/thietlap');
      const checklist = await server.waitForMessage(idOf(OFFICE_HEAD), /2\. Nhiệm vụ: \d+ việc/);
      server.press(idOf(OFFICE_HEAD), checklist, 'Bắt đầu');
      await server.waitForMessage(idOf(OFFICE_HEAD), /Đã bắt đầu/);
      expect(now(), 'this machine took too long to get here').toBeLessThan(digestAt);
    }, 60_000);

    it('records a report and takes it back', async () => {
      const id = idOf(STAFF);
      server.write(id, 'NV12 60% da gui du thao');
      const recorded = await server.waitForMessage(id, /Đã ghi nhận NV12: 60\s?% \(trước 40\s?%\)/);
      server.press(id, recorded, 'Hoàn tác');
      await server.waitForMessage(id, /Đã hoàn tác\. NV12 trở lại 40\s?%/);
      server.write(id, 'NV13 60%');
      expect((await server.waitForMessage(id, /NV13/)).text).not.toMatch(/Đã ghi nhận/);
    }, 60_000);

    it('gives the director the figures of the list, and a picture', async () => {
      const id = idOf(DIRECTOR);
      server.write(id, '/kpi');
      const said = (await server.waitForMessage(id, /📊/)).text ?? '';
      const today = officeTime(now()).on;
      const { all } = await recomputeFigures({ importedOn: today, asOf: today });
      expect(said).toContain(`Tổng số nhiệm vụ: ${all.tasks}\n`);
      expect(said).toContain(`= ${all.doneEarly + all.doneOnDay}/${all.due} việc đến hạn`);
      expect(said).toContain(`Đang quá hạn: ${all.overdueOpen}\n`);
      const { photo } = await server.waitForMessage(id, (message) => message.photo !== undefined);
      const picture = server.files.get(photo?.[0]?.file_id ?? '');
      expect(picture?.subarray(1, 4).toString()).toBe('PNG');
    }, 60_000);

    it('posts the digest, and the brief to the head, at the configured minute', async () => {
      const left = digestAt - now();
      const digest = await server.waitForMessage(GROUP, /Bản tin tuần/, Math.max(left, 0) + 30_000);
      const late = digest.date * 1000 - digestAt;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(60_000);
      const brief = await server.waitForMessage(idOf(HEAD), /Nhắc việc/, 30_000);
      expect(brief.text).toMatch(/quá hạn \d+ ngày làm việc/);
    }, 180_000);
  },
);
