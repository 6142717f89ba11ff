// Opens the system's dialogue to choose files.
import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconPhotoPlus } from '@tabler/icons-react';
import { useRef, type ChangeEvent } from 'react';

interface FileButtonProps {
  label: string;
  /** What the dialogue offers; all files when it is empty. */
  accept: string;
  onFiles: (files: File[]) => void;
  disabled?: boolean;
  /** Only one can be chosen. */
  single?: boolean;
  /** Beside a field there is room for the drawing alone. */
  compact?: boolean;
}

export function FileButton(props: FileButtonProps) {
  const { label, accept, onFiles, disabled, single = false, compact = false } = props;
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  const Icon = accept ? IconPhotoPlus : IconPaperclip;
  function chosen(event: ChangeEvent<HTMLInputElement>) {
    onFiles([...(event.currentTarget.files ?? [])]);
    // The same file may be chosen again after a refusal.
    event.currentTarget.value = '';
  }
  return (
    <>
      <input ref={input} type="file" multiple={!single} hidden accept={accept} onChange={chosen} />
      {compact ? (
        <ActionIcon
          variant="default"
          size={44}
          aria-label={label}
          title={label}
          disabled={disabled}
          onClick={choose}
        >
          <IconPaperclip size={20} stroke={1.75} aria-hidden />
        </ActionIcon>
      ) : (
        <Button
          variant="default"
          size="sm"
          disabled={disabled}
          leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
          onClick={choose}
        >
          {label}
        </Button>
      )}
    </>
  );
}
