import { describe, expect, it } from 'vitest';
import { barsOf, openingsOf, openingsShown } from './week';

describe('opening times of a day', () => {
  it('are read with a hyphen or a dash, and with one digit', () => {
    expect(openingsOf('monday', '9:00-12:30, 14:00 – 18:00')).toEqual([{ day: 'monday', from: '09:00', to: '12:30' }, { day: 'monday', from: '14:00', to: '18:00' }]);
  });

  it('may go on until the end of the day', () => {
    expect(openingsOf('friday', '18:00–24:00')).toEqual([{ day: 'friday', from: '18:00', to: '00:00' }]);
  });

  it('may be none', () => {
    expect(openingsOf('sunday', '  ')).toEqual([]);
  });

  it.each(['9-17', '09:00', '09:00–17:60', '25:00–26:00', '09:00–12:00–13:00', 'all day', '24:00–24:00'])('are not “%s”', (text) => {
    expect(openingsOf('monday', text)).toBeNull();
  });

  it('are shown in their order, as they can be read again', () => {
    const week = [{ day: 'monday', from: '14:00:00', to: '18:00:00' }, { day: 'tuesday', from: '09:00', to: '10:00' }, { day: 'monday', from: '09:00', to: '12:00' }] as const;
    expect(openingsShown(week, 'monday')).toBe('09:00–12:00, 14:00–18:00');
  });

  it('are drawn as parts of the day', () => {
    expect(barsOf([{ day: 'tuesday', from: '18:00', to: '00:00' }, { day: 'monday', from: '06:00', to: '12:00' }, { day: 'monday', from: '12:00', to: '11:00' }])).toEqual([
      { day: 'monday', from: 0.25, to: 0.5 },
      { day: 'tuesday', from: 0.75, to: 1 },
    ]);
  });
});
