// The tags of a conversation: the beginning of a name proposes it, a click puts it on, its X takes it off
// (S5-025, S5-026).
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { folded } from '@/lib/text';
import { toast } from '@/ui/toast';
import classes from './Details.module.css';
import { ManageTags } from './ManageTags';
import type { Conversation } from './queries';
import { tagsQuery, useSorting } from './sorting';
import { Dot, TagChip } from './TagChip';

export function TagsField({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const [managing, setManaging] = useState(false);
  const all = useQuery(tagsQuery).data?.items ?? [];
  const { tag, untag } = useSorting(conversation);
  const carried = conversation.tags;
  const left = all.filter(({ id }) => !carried.some((one) => one.id === id));
  const act = (doing: Promise<unknown>) => doing.catch(toast.refused);
  return (
    <div className={classes.field}>
      <p className={classes.label}>{t('tags.title')}</p>
      {carried.length > 0 && (
        <ul className={classes.tags} aria-label={t('tags.carried')}>
          {carried.map((one) => (
            <li key={one.id}>
              <TagChip tag={one} onRemove={() => void act(untag(one.id))} />
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <Select
          aria-label={t('tags.add')}
          placeholder={t('tags.add')}
          searchable
          value={null}
          data={left.map(({ id, name }) => ({ value: id, label: name }))}
          filter={({ options, search }) =>
            options.filter((option) => 'label' in option && begins(option.label, search))
          }
          nothingFoundMessage={t('tags.none')}
          renderOption={({ option }) => (
            <span className={classes.option}>
              <Dot colour={all.find(({ id }) => id === option.value)?.colour ?? 'slate'} />
              {option.label}
            </span>
          )}
          onChange={(id) => id && void act(tag(id))}
        />
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => setManaging(true)}>
        {t('tags.manage')}
      </Button>
      <ManageTags opened={managing} onClose={() => setManaging(false)} />
    </div>
  );
}

/** The name, or the rest of it from a word on, begins with what was typed. */
function begins(name: string, typed: string): boolean {
  return ` ${folded(name)}`.includes(` ${folded(typed)}`);
}
