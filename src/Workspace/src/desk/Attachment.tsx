import { useEffect, useRef, useState } from 'preact/hooks';
import { client } from '../session/session';
import { t } from '../text/en';
import { save } from '../ui/download';
import { showPicture } from './Picture';

type Media = { contentType?: string | null; url?: string | null };

type Loaded = { bytes: Blob; url: string } | 'broken' | null;

/** What a customer attached, fetched with the agent's token: an address alone would show it to nobody. */
export function Attachment({ media }: { media: Media }) {
  const type = media.contentType ?? 'application/octet-stream';
  const [isUnshown, setUnshown] = useState(false);
  const isPicture = type.startsWith('image/') && !isUnshown;
  // What we attached lies where we said, and is nobody's to fetch with a token.
  const isElsewhere = media.url != null && /^https:/i.test(media.url);
  const [loaded, setLoaded] = useState<Loaded>(media.url == null ? 'broken' : null);
  const isGone = useRef(false);

  async function load(): Promise<Blob | null> {
    if (loaded !== null && loaded !== 'broken') return loaded.bytes;
    try {
      const bytes = await client.blob(media.url!);
      if (isGone.current) return null;
      setLoaded({ bytes, url: URL.createObjectURL(bytes) });
      return bytes;
    } catch {
      setLoaded('broken');
      return null;
    }
  }

  useEffect(() => {
    if (isPicture && !isElsewhere) void load();
    return () => void (isGone.current = true);
  }, []);
  useEffect(() => () => {
    if (loaded !== null && loaded !== 'broken') URL.revokeObjectURL(loaded.url);
  }, [loaded]);

  if (isElsewhere) return <a class="attachment" href={media.url!} target="_blank" rel="noopener noreferrer">{t.conversation.file(type)}</a>;
  if (loaded === 'broken') {
    return (
      <p class="attachment broken">
        {t.conversation.file(type)}: {t.conversation.broken} {media.url != null && <button type="button" class="button small" onClick={() => void load()}>{t.retry}</button>}
      </p>
    );
  }
  if (isPicture) {
    return (
      <button type="button" class="attachment picture" aria-label={t.conversation.openPicture} disabled={loaded === null} onClick={() => loaded !== null && showPicture(loaded.url)}>
        {loaded === null ? t.loading : <img src={loaded.url} alt={t.conversation.picture} onError={() => setUnshown(true)} />}
      </button>
    );
  }
  const file = (
    <button type="button" class="attachment button small" onClick={() => void load().then((bytes) => bytes !== null && save(bytes, nameOf(type)))}>
      {t.conversation.file(type)}, {t.conversation.download}
    </button>
  );
  return isUnshown ? <p class="attachment broken">{t.conversation.broken} {file}</p> : file;
}

function nameOf(type: string): string {
  return `attachment.${type.split('/')[1]?.replace(/[^a-z0-9]/g, '') ?? 'bin'}`;
}
