import type { OpeningTime } from '../api/types';
import { DAYS } from './kinds';

const TIME = /^(\d{1,2}):(\d{2})$/;
const DAY = 24 * 60;

export interface Bar {
  day: OpeningTime['day'];
  /** In parts of the day, from 0 to 1. */
  from: number;
  to: number;
}

/** “09:00–12:30, 14:00–18:00”; null where it is not such a thing. */
export function openingsOf(day: OpeningTime['day'], text: string): OpeningTime[] | null {
  const openings: OpeningTime[] = [];
  for (const part of text.split(',').map((each) => each.trim()).filter((each) => each !== '')) {
    const [from, to, ...more] = part.split(/\s*[-–]\s*/).map(clock);
    if (from == null || to == null || more.length > 0 || from === '24:00') return null;
    openings.push({ day, from, to: to === '24:00' ? '00:00' : to });
  }
  return openings;
}

export function openingsShown(week: readonly OpeningTime[], day: OpeningTime['day']): string {
  return week
    .filter((each) => each.day === day)
    .map((each) => [each.from.slice(0, 5), each.to.slice(0, 5)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, to]) => `${from}–${to}`)
    .join(', ');
}

/** What a picture of the week shows. What ends before it begins is not shown. */
export function barsOf(week: readonly OpeningTime[]): Bar[] {
  return week
    .map((each) => ({ day: each.day, from: minutes(each.from) / DAY, to: (minutes(each.to) || DAY) / DAY }))
    .filter((bar) => bar.from < bar.to)
    .sort((one, other) => DAYS.indexOf(one.day) - DAYS.indexOf(other.day) || one.from - other.from);
}

function clock(text: string): string | null {
  const [, hour, minute] = TIME.exec(text) ?? [];
  if (hour === undefined || Number(minute) > 59 || Number(hour) > 24 || (Number(hour) === 24 && minute !== '00')) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
