import { t } from '../text/en';
import { PlotFrame } from './PlotFrame';
import { linear, marks } from './scale';

export interface Bar {
  name: string;
  value: number;
  tone?: 'good' | 'warn' | 'bad' | 'quiet';
}

interface BarPlotProps {
  title: string;
  hint?: string | undefined;
  /** What the bars are, and what they are as long as. */
  names: readonly [bars: string, value: string];
  bars: readonly Bar[];
  isTime?: boolean;
  say?: (value: number) => string;
}

const ROW = 26;
const BOTTOM = 22;
const CHARACTER = 7;

/** A bar for each, from the top down, with its value at its end: there is no need to look it up at the axis. */
export function BarPlot({ title, hint, names, bars, isTime = false, say = String }: BarPlotProps) {
  const levels = marks(Math.max(0, ...bars.map((bar) => bar.value)), 4, isTime);
  const height = bars.length * ROW + BOTTOM;
  const longest = Math.max(...bars.map((bar) => bar.name.length), 4);
  const alternative = t.plot.bars(title, bars.map((bar) => t.plot.part(bar.name, say(bar.value))).join(', '));

  return (
    <PlotFrame
      title={title} hint={hint} alternative={alternative} height={height} isEmpty={bars.every((bar) => bar.value === 0)}
      columns={names} rows={bars.map((bar) => [bar.name, say(bar.value)])}
    >
      {(width) => {
        const left = Math.min(longest * CHARACTER + 10, width * 0.4);
        const room = Math.floor((left - 10) / CHARACTER);
        const x = linear(0, levels.at(-1)!, left, width - 56);
        return (
          <>
            {levels.map((level, index) => (
              <g key={level}>
                <line class="grid" x1={x(level)} x2={x(level)} y1={0} y2={height - BOTTOM} />
                {(width > 360 || index % 2 === 0) && <text x={x(level)} y={height - 6} text-anchor="middle">{say(level)}</text>}
              </g>
            ))}
            {bars.map((bar, index) => (
              <g key={bar.name}>
                <text class="name" x={left - 6} y={index * ROW + ROW / 2} text-anchor="end" dominant-baseline="central">{shortened(bar.name, room)}</text>
                <rect class={`bar-${bar.tone ?? 'accent'}`} x={left} y={index * ROW + 4} width={Math.max(x(bar.value) - left, bar.value > 0 ? 1 : 0)} height={ROW - 8} />
                <text class="name" x={x(bar.value) + 6} y={index * ROW + ROW / 2} dominant-baseline="central">{say(bar.value)}</text>
              </g>
            ))}
            <line class="axis" x1={left} x2={left} y1={0} y2={height - BOTTOM} />
          </>
        );
      }}
    </PlotFrame>
  );
}

const shortened = (name: string, room: number): string => (name.length <= room ? name : `${name.slice(0, Math.max(room - 1, 1))}…`);
