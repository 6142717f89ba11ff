// Where files are let fall, or pasted: whatever stands inside takes them.
import { useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FileDrop.module.css';

interface FileDropProps {
  onFiles: (files: File[]) => void;
  disabled?: boolean;
  children: ReactNode;
}

export function FileDrop({ onFiles, disabled = false, children }: FileDropProps) {
  const { t } = useTranslation('ui');
  const [over, setOver] = useState(false);

  function drag(event: DragEvent) {
    if (disabled || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') onFiles([...event.dataTransfer.files]);
  }

  function leave(event: DragEvent<HTMLDivElement>) {
    // Onto something inside is not away.
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  }

  function paste(event: ClipboardEvent) {
    const files = [...event.clipboardData.files];
    // A text that brings its picture along, as office programs do, stays a text.
    if (disabled || files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    onFiles(files);
  }

  return (
    <div
      className={classes.drop}
      onDragOver={drag}
      onDrop={drag}
      onDragLeave={leave}
      onPaste={paste}
    >
      {children}
      {over && <p className={classes.over}>{t('files.drop')}</p>}
    </div>
  );
}
