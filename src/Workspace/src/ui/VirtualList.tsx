import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { Heights } from './heights';

interface VirtualListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  row: (item: T, index: number) => ComponentChildren;
  /** How high a row is as long as nobody has seen it. */
  usual: number;
  label: string;
  /** Where somebody comes near the beginning, and there may be more before it. */
  onBeginning?: (() => void) | undefined;
  /** Stays at the end as long as somebody is there, as a conversation does. */
  followsEnd?: boolean;
  /** Told whether the end is in view. */
  onEnd?: ((isInView: boolean) => void) | undefined;
  /** Is brought into view when it becomes another one. */
  shown?: string | null;
  class?: string;
}

const MORE = 600;
const NEAR = 4;
const ANCHORS = 4;

/** A list of which only the rows in view are on the page, however many there are. */
export function VirtualList<T>({ items, keyOf, row, usual, label, onBeginning, onEnd, followsEnd = false, shown = null, class: name }: VirtualListProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const known = useRef(new Map<string, number>());
  const anchors = useRef<readonly { key: string; top: number }[]>([]);
  const isAtEnd = useRef(followsEnd);
  const lastTop = useRef(0);
  const [, again] = useReducer((count: number) => count + 1, 0);

  const heights = useMemo(() => new Heights(items.length, (index) => known.current.get(keyOf(items[index]!)) ?? usual), [items, usual]);
  const top = box.current?.scrollTop ?? 0;
  const height = box.current?.clientHeight ?? 800;
  const bottom = isAtEnd.current && followsEnd ? heights.total : top + height;
  const first = heights.at(Math.max(bottom - height - MORE, 0));
  const last = heights.at(bottom + MORE);

  // Rows above that turn out higher, or come in, must not move what somebody is reading.
  useLayoutEffect(() => {
    const list = box.current!;
    let isOther = false;
    for (const element of list.querySelectorAll<HTMLElement>('[data-row]')) {
      const index = Number(element.dataset['row']);
      const measured = element.offsetHeight;
      if (index >= items.length || measured === 0 || Math.abs(measured - heights.of(index)) < 0.5) continue;
      heights.set(index, measured);
      known.current.set(keyOf(items[index]!), measured);
      isOther = true;
    }
    if (followsEnd && isAtEnd.current) list.scrollTop = heights.total;
    else {
      for (const { key, top } of anchors.current) {
        const index = items.findIndex((item) => keyOf(item) === key);
        if (index < 0) continue;
        list.scrollTop = heights.before(index) - top;
        break;
      }
    }
    lastTop.current = list.scrollTop;
    if (isOther) again(0);
  });

  useLayoutEffect(() => {
    const index = shown === null ? -1 : items.findIndex((item) => keyOf(item) === shown);
    if (index < 0) return;
    isAtEnd.current = followsEnd && index === items.length - 1;
    onEnd?.(isAtEnd.current);
    box.current!.scrollTop = heights.before(index) - height / 3;
    lastTop.current = box.current!.scrollTop;
    remember();
    again(0);
  }, [shown]);

  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => again(0));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);

  // More than one: the first in view may go, as a heading does that stands elsewhere once older rows are there.
  function remember(): void {
    const list = box.current!;
    const at = heights.at(list.scrollTop);
    anchors.current = items.slice(at, at + ANCHORS).map((item, place) => ({ key: keyOf(item), top: heights.before(at + place) - list.scrollTop }));
  }

  function moved(): void {
    const list = box.current;
    // A list that has left the page is told of its last movement nevertheless.
    if (list === null) return;
    // Rows that came in since do not take anybody from the end: who goes up does.
    const isUp = list.scrollTop < lastTop.current - 1;
    isAtEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < 8 || (isAtEnd.current && !isUp);
    lastTop.current = list.scrollTop;
    onEnd?.(isAtEnd.current);
    remember();
    if (heights.at(list.scrollTop) < NEAR) onBeginning?.();
    again(0);
  }

  const rows = [];
  for (let index = first; index <= last && index < items.length; index++) {
    const item = items[index]!;
    rows.push(
      <div key={keyOf(item)} data-row={index} data-shown={keyOf(item) === shown || undefined} role="listitem" aria-setsize={items.length} aria-posinset={index + 1}>
        {row(item, index)}
      </div>,
    );
  }

  return (
    <div ref={box} class={`virtual ${name ?? ''}`} role="list" aria-label={label} tabIndex={0} onScroll={moved}>
      <div style={{ blockSize: `${heights.before(first)}px` }} />
      {rows}
      <div style={{ blockSize: `${Math.max(heights.total - heights.before(Math.min(last + 1, items.length)), 0)}px` }} />
    </div>
  );
}
