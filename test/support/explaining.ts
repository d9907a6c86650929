import { asc } from 'drizzle-orm';
import { explanationAnswers } from '../../src/db/schema/index.ts';
import type { BotWorld } from './bot-world.ts';

export const REASON = 'chờ góp ý của Bộ; giải pháp: cử người sang làm việc; xong trước 20/7';

/** Talk about the explanation of NV13 of P.QLKH, which was due on 03/7. */
export const explainingIn = (world: () => BotWorld) => ({
  /** The first slot after “Bắt đầu” asks for it. */
  beginWithOneAsked: async (): Promise<void> => {
    await world().begin();
    await world().moveTo('2026-07-08T14:00');
  },
  explain: async (): Promise<void> => {
    const head = world().as('scienceHead');
    await head.says(`/giaitrinh 13 ${REASON}`);
    await head.presses('Khách quan');
    await head.presses('Gửi giải trình');
  },
  allAnswers: () => world().db.select().from(explanationAnswers).orderBy(asc(explanationAnswers.id)),
});
