/** Something to take along: a link, a secret. */
import { useState } from 'react';

import { useT } from '../texts/Texts';

export function Copyable({ value, label }: { value: string; label: string }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    // The clipboard is not there on a page without TLS; the words can be selected.
    await navigator.clipboard?.writeText(value);
    setCopied('clipboard' in navigator);
  };
  return (
    <div className="secret">
      <output className="mono grow" aria-label={label}>
        {value}
      </output>
      <button type="button" className="button small" onClick={() => void copy()}>
        {isCopied ? t('console-copied') : t('console-copy')}
      </button>
    </div>
  );
}
