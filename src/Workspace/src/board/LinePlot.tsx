import { t } from '../text/en';
import { timeOf } from '../text/time';
import { PlotFrame } from './PlotFrame';
import { GAP, runsOf } from './runs';
import { linear, marks, momentsBetween } from './scale';

interface LinePlotProps {
  title: string;
  hint?: string;
  /** What it shows, as in the head of a column. */
  name: string;
  points: readonly (readonly [at: number, value: number])[];
  now: number;
  isTime?: boolean;
  say: (value: number) => string;
}

const HEIGHT = 170;
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 12, 10, 24];
const LEAST = 10 * 60_000;

/** How something went over time: it stays as it was until it is another. */
export function LinePlot({ title, hint, name, points, now, isTime = false, say }: LinePlotProps) {
  const to = Math.max(now, points.at(-1)?.[0] ?? now);
  const from = Math.min(points[0]?.[0] ?? to, to - LEAST);
  const highest = Math.max(0, ...points.map(([, value]) => value));
  const levels = marks(highest, 4, isTime);
  const y = linear(0, levels.at(-1)!, HEIGHT - BOTTOM, TOP);
  const last = points.at(-1)?.[1] ?? 0;
  const alternative = t.plot.line(title, timeOf(points[0]?.[0] ?? to), timeOf(to), say(highest), say(last));

  return (
    <PlotFrame
      title={title} hint={hint} alternative={alternative} height={HEIGHT} isEmpty={points.length === 0}
      columns={[t.plot.time, name]} rows={points.map(([at, value]) => [timeOf(at), say(value)])}
    >
      {(width) => {
        const x = linear(from, to, LEFT, width - RIGHT);
        return (
          <>
            {levels.map((level) => (
              <g key={level}>
                <line class="grid" x1={LEFT} x2={width - RIGHT} y1={y(level)} y2={y(level)} />
                <text x={LEFT - 6} y={y(level)} text-anchor="end" dominant-baseline="central">{say(level)}</text>
              </g>
            ))}
            {momentsBetween(from, to, Math.max(Math.floor(width / 90), 2)).map((moment) => (
              <g key={moment}>
                <line class="axis" x1={x(moment)} x2={x(moment)} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM + 4} />
                <text x={Math.min(Math.max(x(moment), LEFT), width - RIGHT - 14)} y={HEIGHT - 8} text-anchor="middle">{timeOf(moment)}</text>
              </g>
            ))}
            {runsOf(points).map((run) => {
              const end = Math.min(to, run.at(-1)![0] + GAP);
              return (
                <g key={run[0]![0]}>
                  <path class="area" d={`${stepsOf(run, end, x, y)}V${y(0)}H${round(x(run[0]![0]))}Z`} />
                  <path class="line" d={stepsOf(run, end, x, y)} />
                  <circle class="end" cx={x(end)} cy={y(run.at(-1)![1])} r={3} />
                </g>
              );
            })}
          </>
        );
      }}
    </PlotFrame>
  );
}

function stepsOf(points: LinePlotProps['points'], to: number, x: (at: number) => number, y: (value: number) => number): string {
  const steps = points.map(([at, value], index) => (index === 0 ? `M${round(x(at))} ${round(y(value))}` : `H${round(x(at))}V${round(y(value))}`));
  return `${steps.join('')}H${round(x(to))}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
