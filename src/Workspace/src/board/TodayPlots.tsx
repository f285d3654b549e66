import type { Figures } from '../api/types';
import { now } from '../live/now';
import { t } from '../text/en';
import { lengthOf } from '../text/time';
import { askClosed } from './asked';
import { BarPlot } from './BarPlot';
import { LinePlot } from './LinePlot';
import { outcomesOf } from './outcomes';
import { usePoll } from '../live/poll';
import { ALL, type Samples } from './samples';
import { bucketed, dayBegan, waitsOf, type Bucket } from './waits';

// Each of them is read: far more than anything else here costs, for a plot that hardly changes.
const CLOSED = 300_000;

/** Today in pictures, of one queue or of all. */
export function TodayPlots({ queue, samples, figures }: { queue: string | null; samples: Samples; figures: readonly Figures[] }) {
  const closed = usePoll(`closed ${queue ?? ''}`, CLOSED, (signal) => askClosed(queue, now.peek(), signal));
  const points = samples[queue ?? ALL] ?? [];
  const name = queue ?? t.plot.everywhere;
  const at = now.peek();
  const waits = waitsOf(closed.value?.items ?? [], dayBegan(now.peek()));
  return (
    <section aria-label={t.board.plots}>
      <h2>{t.board.plots}</h2>
      {closed.fault !== null && <p class="banner bad" role="alert">{closed.fault}</p>}
      <div class="plots">
        <LinePlot title={t.plot.waiting(name)} hint={t.plot.collected} name={t.board.waiting} now={at} say={String} points={points.map(([when, waiting]) => [when, waiting])} />
        <LinePlot title={t.plot.wait(name)} hint={t.plot.collected} name={t.board.longest} now={at} isTime say={lengthOf} points={points.map(([when, , wait]) => [when, wait])} />
        <BarPlot
          title={t.plot.waits(name)} hint={closed.value?.isAll === false ? t.plot.waitsPartly : undefined} names={[t.plot.howLong, t.plot.count]}
          bars={bucketed(waits).map((bucket) => ({ name: nameOf(bucket), value: bucket.count }))}
        />
        <BarPlot
          title={t.plot.outcomes(name)} names={[t.plot.outcome, t.plot.count]}
          bars={outcomesOf(figures.filter((each) => queue === null || each.id === queue)).map(([outcome, value, tone]) => ({ name: t.plot[outcome], value, tone }))}
        />
      </div>
    </section>
  );
}

const nameOf = ({ from, to }: Bucket): string => (to === null ? t.plot.orMore(lengthOf(from)) : t.plot.between(lengthOf(from), lengthOf(to)));
