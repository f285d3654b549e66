import { useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { t } from '../text/en';
import { Dialog } from '../ui/Dialog';
import { isKind, type Kind } from './kinds';
import { Link } from '../ui/Link';
import { isChanged, one, remove, type Version } from './rows';

interface RemoveDialogProps {
  kind: Kind;
  version: Version;
  onRemoved: () => void;
  onChanged: () => void;
  onClose: () => void;
}

/** Asks first, and says who needs it where it cannot go. */
export function RemoveDialog({ kind, version: { row, etag }, onRemoved, onChanged, onClose }: RemoveDialogProps) {
  const [usedBy, setUsedBy] = useState<readonly string[]>([]);

  async function act(): Promise<void> {
    setUsedBy([]);
    try {
      await remove(kind, row.id, etag);
      onRemoved();
    } catch (problem) {
      // Sent once more because an answer got lost, it is refused though it was done.
      if (isChanged(problem)) return (await one(kind, row.id)) === null ? onRemoved() : onChanged();
      if (problem instanceof Problem && problem.status === 404) return onRemoved();
      if (problem instanceof Problem) setUsedBy(problem.document?.usedBy ?? []);
      throw problem;
    }
  }

  return (
    <Dialog title={t.console.removeTitle(row.id)} act={t.console.remove} isDangerous onAct={act} onClose={onClose}>
      <p>{t.console.removeHint}</p>
      {usedBy.length > 0 && (
        <div>
          <p>{t.console.usedBy}</p>
          <ul class="console-used">
            {usedBy.map((each) => {
              const [of, id] = each.split('/');
              return <li key={each}>{isKind(of) && id !== undefined ? <Link to={['console', of, id]}><bdi>{each}</bdi></Link> : <bdi>{each}</bdi>}</li>;
            })}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
