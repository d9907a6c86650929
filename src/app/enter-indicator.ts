import { addAuditEntry } from '../db/queries/audit.ts';
import { findUnitByCode } from '../db/queries/directory.ts';
import { addBaseline, addFigure } from '../db/queries/indicators.ts';
import { type Actor, mayEnterIndicator, mayLockBaseline } from '../domain/access/access.ts';
import { figurePeriod } from '../domain/indicator/figure-period.ts';
import { type Indicator, ROW_FORMULAS } from '../domain/indicator/indicator.ts';
import { Refusal, type UseCase } from './use-case.ts';

export interface IndicatorEntry {
  code: string;
  part: number;
  whole: number | null;
  note: string | null;
  /** The figure before the campaign, instead of one of a period. */
  isBaseline: boolean;
}

/**
 * The indicator that somebody wants to enter a figure for.
 * @throws Refusal `indicatorNotFound`, `notAllowed`, `indicatorIsAutomatic`, `baselineNotNeeded`, `documentWanted`
 */
export async function checkEntry(useCase: UseCase, actor: Actor, entry: IndicatorEntry): Promise<Indicator> {
  const indicator = useCase.plan.indicators.find(({ code }) => code === entry.code);
  if (indicator === undefined) throw new Refusal('indicatorNotFound', { code: entry.code });
  const owner = await findUnitByCode(useCase.tx, indicator.owner);
  const may = entry.isBaseline ? mayLockBaseline(actor) : mayEnterIndicator(actor, owner?.id ?? null);
  if (!may) throw new Refusal('notAllowed');
  if (entry.isBaseline && !indicator.needsBaseline)
    throw new Refusal('baselineNotNeeded', { code: entry.code });
  if (entry.isBaseline && entry.note === null) throw new Refusal('documentWanted', { code: entry.code });
  if (!entry.isBaseline && ROW_FORMULAS.has(indicator.formula))
    throw new Refusal('indicatorIsAutomatic', { code: entry.code });
  return indicator;
}

/**
 * Records what an indicator stands at in its running period, or its baseline, which is locked by that. A figure that was
 * entered before stays; the newest counts.
 * @throws Refusal as `checkEntry`; `baselineLocked`
 */
export async function enterIndicator(
  useCase: UseCase,
  actor: Actor,
  entry: IndicatorEntry,
): Promise<Indicator> {
  const indicator = await checkEntry(useCase, actor, entry);
  const { tx, now, today, source } = useCase;
  const { code, part, whole, note } = entry;
  if (entry.isBaseline) {
    const kept = { indicatorCode: code, value: part, document: note ?? '', recordedById: actor.personId };
    if (!(await addBaseline(tx, { ...kept, recordedAt: now }))) throw new Refusal('baselineLocked', { code });
  } else {
    const period = figurePeriod(indicator.cadence, today);
    const row = { indicatorCode: code, ...period, part, whole, note };
    await addFigure(tx, { ...row, enteredById: actor.personId, recordedAt: now });
  }
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source,
    action: entry.isBaseline ? 'lockBaseline' : 'enterIndicator',
    subject: 'campaign',
    after: { code, part, whole },
  });
  return indicator;
}
