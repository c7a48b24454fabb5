/** Asks before something that others will feel. Says what will happen, and names the deed on its button. */
import { type ReactNode, useState } from 'react';

import { useT } from '../texts/Texts';
import { Dialog } from './Dialog';
import { ErrorNote } from './ErrorNote';
import { TextField } from './Field';

interface Props {
  title: string;
  children: ReactNode;
  /** What the button says. */
  deed: string;
  /** What has to be typed first, for what is hard to undo. */
  typed?: { label: string; value: string };
  onYes: () => Promise<unknown>;
  onClose: () => void;
}

export function Confirm({ title, children, deed, typed, onYes, onClose }: Props) {
  const t = useT();
  const [words, setWords] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = async () => {
    setBusy(true);
    try {
      await onYes();
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div>{children}</div>
      {typed && (
        <TextField
          label={typed.label}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          autoComplete="off"
        />
      )}
      <ErrorNote error={error} />
      <div className="row end">
        <button type="button" className="button" onClick={onClose}>
          {t('console-cancel')}
        </button>
        <button
          type="button"
          className="button danger"
          disabled={isBusy || (typed !== undefined && words.trim() !== typed.value)}
          onClick={() => void submit()}
        >
          {deed}
        </button>
      </div>
    </Dialog>
  );
}
