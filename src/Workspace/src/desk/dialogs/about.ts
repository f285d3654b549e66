import type { Interaction } from '../../api/types';

/** What a dialog about one interaction is given. */
export interface AboutOne {
  record: Interaction;
  onClose: () => void;
}
