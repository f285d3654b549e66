import { useEffect, useState } from 'preact/hooks';
import type { Count } from '../api/types';
import { client } from '../session/session';
import { t } from '../text/en';

const PAUSE_MS = 250;

/** How long a text is as the provider counts, asked of the app, which is who sends it. */
export function Counter({ text, channel }: { text: string; channel: 'sms' | 'mms' | 'whatsapp' }) {
  const [count, setCount] = useState<Count | null>(null);
  useEffect(() => {
    if (text === '') {
      setCount(null);
      return;
    }
    const ends = new AbortController();
    const timer = setTimeout(() => {
      client.ask('post', '/api/messages/count', { body: { text, channel }, signal: ends.signal }).then((answer) => setCount(answer.value), () => {});
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [text, channel]);

  if (count === null) return null;
  const isTooLong = count.characters > count.longest;
  return (
    <p class={`small ${isTooLong ? 'fault' : 'quiet'}`} role={isTooLong ? 'alert' : undefined}>
      {isTooLong ? t.composer.tooLong(count.characters, count.longest) : t.composer.count(count.characters, count.segments, count.encoding)}
      {count.ucs2Characters.length > 0 && <> <bdi>{t.composer.because(count.ucs2Characters.join(' '))}</bdi></>}
    </p>
  );
}
