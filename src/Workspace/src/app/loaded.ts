const KEY = 'interactions.reloaded';

interface Around {
  kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Whether there is something to load anew: without the app nothing would be left on the page. */
  isReachable: () => Promise<boolean>;
  reload: () => void;
}

/** Loads a part of these pages. After a deployment it has another name, which is known once all of it is loaded anew: that is done once. */
export async function loaded<T>(load: () => Promise<T>, { kept, isReachable, reload }: Around): Promise<T> {
  try {
    const part = await load();
    kept.removeItem(KEY);
    return part;
  } catch (fault) {
    if (kept.getItem(KEY) !== null || !(await isReachable())) throw fault;
    kept.setItem(KEY, 'yes');
    reload();
    return new Promise(() => {});
  }
}

/** Whoever tries again themselves has everything loaded anew once more. */
export function mayReloadAgain(kept: Around['kept']): void {
  kept.removeItem(KEY);
}
