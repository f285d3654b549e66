import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { lost, pause, pauseBefore, reached } from './connection';
import { explain } from '../text/problems';

interface Polled<T> {
  value: T | null;
  /** Why it is not asked for any more. */
  fault: string | null;
  /** Asks at once. */
  again: () => void;
}

/** Asks again and again while somebody looks at the page, and begins anew where what it is about becomes another thing. */
export function usePoll<T>(about: string, ms: number, ask: (signal: AbortSignal) => Promise<T>): Polled<T> {
  const [state, setState] = useState<{ about: string; value: T | null; fault: string | null }>({ about, value: null, fault: null });
  const hurry = useRef<() => void>(() => {});
  useEffect(() => {
    const ends = new AbortController();
    void every(ms, ends.signal, hurry, async () => {
      const value = await ask(ends.signal);
      if (!ends.signal.aborted) setState({ about, value, fault: null });
    }).catch((fault: unknown) => {
      if (!ends.signal.aborted) setState((before) => ({ ...before, about, fault: explain(fault) }));
    });
    return () => ends.abort();
  }, [about, ms]);
  const isThis = state.about === about;
  return { value: isThis ? state.value : null, fault: isThis ? state.fault : null, again: () => hurry.current() };
}

async function every(ms: number, ends: AbortSignal, hurry: { current: () => void }, doing: () => Promise<void>): Promise<void> {
  for (let failures = 0; !ends.aborted; ) {
    await seen(ends);
    if (ends.aborted) return;
    const sooner = new AbortController();
    hurry.current = () => sooner.abort();
    const either = AbortSignal.any([ends, sooner.signal]);
    try {
      await doing();
      reached();
      failures = 0;
      if (!either.aborted) await pause(ms, either);
    } catch (fault) {
      if (ends.aborted) return;
      if (!(fault instanceof Problem) || !fault.isPassing) throw fault;
      if (fault.document === null) lost();
      await pause(pauseBefore(failures++), ends);
    }
  }
}

/** Waits until somebody looks at the page. */
function seen(ends: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((done) => {
    const look = () => {
      if (document.hidden && !ends.aborted) return;
      document.removeEventListener('visibilitychange', look);
      ends.removeEventListener('abort', look);
      done();
    };
    document.addEventListener('visibilitychange', look);
    ends.addEventListener('abort', look);
  });
}
