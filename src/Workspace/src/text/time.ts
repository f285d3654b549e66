import { t } from './en';

/** Moments and lengths of time, in the zone and the language of whoever looks. */
const PAGE = typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en';

// The agent's own way to write times, where it is one of the language that the page is in.
const LANGUAGE = typeof navigator !== 'undefined' && navigator.language?.startsWith(PAGE) ? navigator.language : PAGE;

const clock = new Intl.DateTimeFormat(LANGUAGE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'short', day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'full', timeStyle: 'long' });

type Moment = string | number | Date;

/** 14:05 */
export const timeOf = (moment: Moment): string => clock.format(new Date(moment));

/** Whether two moments are on the same day here. */
export const isSameDay = (one: Moment, other: Moment): boolean => new Date(one).toDateString() === new Date(other).toDateString();

/** A day as one speaks of it: with its year where it is another one. */
export function dayOf(moment: Moment, now: number): string {
  const date = new Date(moment);
  return (date.getFullYear() === new Date(now).getFullYear() ? day : dayAndYear).format(date);
}

/** The time of today, the day and time of another day. */
export const whenOf = (moment: Moment, now: number): string => (isSameDay(moment, now) ? timeOf(moment) : `${dayOf(moment, now)}, ${timeOf(moment)}`);

/** Everything about it, with the zone: for whoever wants to know exactly. */
export const exactly = (moment: Moment): string => full.format(new Date(moment));

/** Counts down or up: 0:45, 12:03, 3:07:20. Never less than nothing. */
export function counter(seconds: number): string {
  const left = Math.max(Math.round(seconds), 0);
  const [hours, minutes, rest] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** How long, as one says it: 45 s, 12 min, 3 h 7 min, 2 d 4 h. */
export function lengthOf(seconds: number): string {
  const left = Math.max(Math.round(seconds), 0);
  const { seconds: s, minutes, hours, days } = t.length;
  if (left < 60) return s(left);
  if (left < 3600) return minutes(Math.floor(left / 60));
  if (left < 86_400) return both(hours(Math.floor(left / 3600)), Math.floor(left / 60) % 60, minutes);
  return both(days(Math.floor(left / 86_400)), Math.floor(left / 3600) % 24, hours);
}

/** Seconds from one moment to another. */
export const secondsFrom = (from: Moment, to: Moment): number => (new Date(to).getTime() - new Date(from).getTime()) / 1000;

function both(large: string, few: number, small: (count: number) => string): string {
  return few === 0 ? large : t.length.both(large, small(few));
}
