import { useRef } from 'preact/hooks';

/** The key of an order, the same as long as what is ordered is the same: whoever presses twice because no answer came orders once. */
export function useKey(): (body: unknown) => string {
  const last = useRef({ said: '', key: '' });
  return (body) => {
    const said = JSON.stringify(body);
    if (said !== last.current.said) last.current = { said, key: crypto.randomUUID() };
    return last.current.key;
  };
}
