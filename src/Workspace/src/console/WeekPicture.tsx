import { t } from '../text/en';
import type { OpeningTime } from '../api/types';
import type { Draft } from './draft';
import { DAYS } from './kinds';
import { barsOf, openingsOf, openingsShown } from './week';

const WIDTH = 480;
const ROW = 22;
const LEFT = 84;
const TOP = 18;
const HOURS = [0, 6, 12, 18, 24];

/** The week as it stands in the form: days from above, hours from the side. What it shows is said in words below. */
export function WeekPicture({ draft }: { draft: Draft }) {
  const week = DAYS.flatMap((day): OpeningTime[] => openingsOf(day, draft[`week.${day}`] ?? '') ?? []);
  const bars = barsOf(week);
  const name = (day: OpeningTime['day']) => t.console.fields.hours[`week.${day}`][0]!;
  const x = (part: number) => LEFT + part * (WIDTH - LEFT - 24);
  return (
    <figure class="console-week" dir="ltr">
      <svg viewBox={`0 0 ${WIDTH} ${TOP + ROW * DAYS.length + 4}`} aria-hidden="true" focusable="false">
        {HOURS.map((hour) => (
          <g key={hour}>
            <line class="grid" x1={x(hour / 24)} x2={x(hour / 24)} y1={TOP} y2={TOP + ROW * DAYS.length} />
            <text x={x(hour / 24)} y={TOP - 6} text-anchor="middle">{`${String(hour).padStart(2, '0')}:00`}</text>
          </g>
        ))}
        {DAYS.map((day, row) => <text key={day} x={LEFT - 8} y={TOP + ROW * row + 15} text-anchor="end">{name(day)}</text>)}
        {bars.map((bar) => (
          <rect key={`${bar.day}${bar.from}`} class="open" x={x(bar.from)} y={TOP + ROW * DAYS.indexOf(bar.day) + 3} width={x(bar.to) - x(bar.from)} height={ROW - 6} rx={3} />
        ))}
      </svg>
      <figcaption>
        <span class="unseen">{t.console.week.picture}</span>
        {bars.length === 0 ? <p class="quiet small">{t.console.week.never}</p> : (
          <ul class="unseen">
            {DAYS.map((day) => {
              const times = openingsShown(week, day);
              return <li key={day}>{times === '' ? t.console.week.closed(name(day)) : t.console.week.open(name(day), times)}</li>;
            })}
          </ul>
        )}
      </figcaption>
    </figure>
  );
}
