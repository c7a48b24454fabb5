/** Before anybody is signed in. */
import type { ReactNode } from 'react';

import { Languages } from '../ui/Languages';

export function Door({ onEnter }: { onEnter: () => void }): ReactNode {
  void onEnter;
  return (
    <main className="door stack">
      <h1>Kontora</h1>
      <Languages />
    </main>
  );
}
