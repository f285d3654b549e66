import { useState } from 'preact/hooks';
import type { Figures } from '../api/types';
import { t } from '../text/en';
import { Choice } from '../ui/Field';
import { BarPlot } from './BarPlot';
import { COLUMNS, type ColumnName } from './columns';
import { outcomesOf } from './outcomes';
import { saidAs } from './said';
import { sorted } from './sorting';

const PLOTTED = COLUMNS.filter((column) => column.kind === 'count' || column.kind === 'time');
const MOST = 30;

/** One figure of all of them side by side, whichever somebody chooses, and how it ended altogether. */
export function ReportPlots({ figures, name }: { figures: readonly Figures[]; name: string }) {
  const [chosen, setChosen] = useState<ColumnName>('closed');
  const column = PLOTTED.find((each) => each.name === chosen)!;
  const head = t.reports.column[chosen];
  const shown = sorted(figures, column.valueOf, true).slice(0, MOST);
  return (
    <section aria-label={t.reports.plots}>
      <h2>{t.reports.plots}</h2>
      <div class="report-form">
        <Choice label={t.reports.plotOf} value={chosen} options={PLOTTED.map((each) => [each.name, t.reports.column[each.name]] as const)} onChange={setChosen} />
      </div>
      <div class="plots">
        <BarPlot
          title={head} hint={shown.length < figures.length ? t.reports.onlyMost(MOST) : undefined} names={[name, head]} isTime={column.kind === 'time'}
          say={(value) => saidAs(column.kind, value)} bars={shown.map((each) => ({ name: each.id, value: Number(column.valueOf(each) ?? 0) }))}
        />
        <BarPlot
          title={t.reports.outcomes} names={[t.plot.outcome, t.plot.count]}
          bars={outcomesOf(figures).map(([outcome, value, tone]) => ({ name: t.plot[outcome], value, tone }))}
        />
      </div>
    </section>
  );
}
