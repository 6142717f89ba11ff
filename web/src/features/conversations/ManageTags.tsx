// « Gérer les balises »: those of the team, made, renamed and thrown away (S5-022, S5-023, S5-024).
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { FormProblem } from '@/ui/Form';
import { EmptyState, QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import classes from './ManageTags.module.css';
import { COLOURS, tagsQuery, useTags, type Colour, type Tag } from './sorting';
import { Dot, TagChip } from './TagChip';

interface ManageTagsProps {
  opened: boolean;
  onClose: () => void;
}

export function ManageTags({ opened, onClose }: ManageTagsProps) {
  const { t } = useTranslation('conversations');
  const { t: ui } = useTranslation('ui');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('tags.manage')}
      size="lg"
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <All />
    </Modal>
  );
}

function All() {
  const { t } = useTranslation('conversations');
  const [creating, setCreating] = useState(false);
  const tags = useQuery(tagsQuery);
  return (
    <div className={classes.manage}>
      <p className={classes.lead}>{t('tags.lead')}</p>
      <QueryState query={tags}>
        {({ items }) =>
          items.length === 0 && !creating ? (
            <EmptyState title={t('tags.noneYet')}>
              <p>{t('tags.noneYetText')}</p>
            </EmptyState>
          ) : (
            <ul className={classes.rows} aria-label={t('tags.title')}>
              {items.map((tag) => (
                <TagRow key={tag.id} tag={tag} />
              ))}
            </ul>
          )
        }
      </QueryState>
      {creating ? (
        <TagForm onDone={() => setCreating(false)} />
      ) : (
        <Button variant="default" onClick={() => setCreating(true)}>
          {t('tags.create')}
        </Button>
      )}
    </div>
  );
}

function TagRow({ tag }: { tag: Tag }) {
  const { t } = useTranslation('conversations');
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const { remove } = useTags();
  if (editing) {
    return (
      <li>
        <TagForm tag={tag} onDone={() => setEditing(false)} />
      </li>
    );
  }
  const count = t('tags.count', { count: tag.conversations });
  return (
    <li className={classes.row}>
      <TagChip tag={tag} />
      <span className={classes.count}>{count}</span>
      <span className={classes.buttons}>
        {tag.actions.includes('edit') && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('tags.renameThis', { name: tag.name })}
            onClick={() => setEditing(true)}
          >
            {t('tags.rename')}
          </Button>
        )}
        {tag.actions.includes('delete') && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('tags.deleteThis', { name: tag.name })}
            onClick={() => setAsking(true)}
          >
            {t('tags.delete')}
          </Button>
        )}
      </span>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('tags.deleteTitle', { name: tag.name })}
        consequences={[
          t('tags.deleteEverywhere', { count: tag.conversations }),
          t('tags.deleteTeam'),
        ]}
        confirmLabel={t('tags.delete')}
        danger
        onConfirm={async () => {
          await remove(tag);
          toast.done(t('tags.deleted', { name: tag.name }));
        }}
      />
    </li>
  );
}

interface Words extends Record<string, unknown> {
  name: string;
  colour: string;
}

function TagForm({ tag, onDone }: { tag?: Tag; onDone: () => void }) {
  const { t } = useTranslation('conversations');
  const { t: ui } = useTranslation('ui');
  const { create, edit } = useTags();
  const form = useApiForm<Words, Tag>({
    initialValues: { name: tag?.name ?? '', colour: tag?.colour ?? 'teal' },
    send: (words, key) => (tag ? edit(tag, words) : create(words, key)),
    onDone,
  });
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <FormProblem problem={form.problem} errorCount={form.errorCount} />
      <TextInput
        {...form.field('name')}
        label={t('tags.name')}
        maxLength={40}
        data-autofocus
        autoFocus
      />
      <Select
        {...form.field('colour')}
        label={t('tags.colour')}
        allowDeselect={false}
        data={COLOURS.map((value) => ({ value, label: t(`tags.colours.${value}`) }))}
        leftSection={<Dot colour={form.form.values.colour} />}
        renderOption={({ option }) => (
          <span className={classes.option}>
            <Dot colour={option.value as Colour} />
            {option.label}
          </span>
        )}
      />
      <span className={classes.buttons}>
        <Button variant="default" onClick={onDone} disabled={form.pending}>
          {ui('cancel')}
        </Button>
        <Button type="submit" loading={form.pending}>
          {t('tags.save')}
        </Button>
      </span>
    </form>
  );
}
