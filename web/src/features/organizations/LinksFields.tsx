// Where a provider may be followed, while it is typed.
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { Fieldset } from '@/ui/Form';
import lists from '@/ui/ListFields.module.css';
import { RemoveButton } from '@/ui/RemoveButton';
import classes from './LinksFields.module.css';
import type { ShowcaseForm } from './showcase';

interface LinksFieldsProps {
  form: ApiForm<ShowcaseForm>;
  /** Whether the plan shows them; those that it hides can only be removed. */
  shown: boolean;
}

export function LinksFields({ form, shown }: LinksFieldsProps) {
  const { t } = useTranslation('organizations');
  const links = form.form.getValues().social_links;
  const error = form.form.errors.social_links;
  return (
    <Fieldset
      legend={t('showcase.links')}
      hint={t(shown ? 'showcase.linksHint' : 'showcase.linksHidden')}
    >
      <ul className={lists.list}>
        {links.map((_, index) => (
          <LinkField key={index} form={form} shown={shown} index={index} />
        ))}
      </ul>
      {error && <p className={lists.error}>{error}</p>}
      {shown && (
        <div>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => form.form.insertListItem('social_links', '')}
          >
            {t('showcase.addLink')}
          </Button>
        </div>
      )}
    </Fieldset>
  );
}

function LinkField({ form, shown, index }: LinksFieldsProps & { index: number }) {
  const { t } = useTranslation('organizations');
  const number = index + 1;
  return (
    <li>
      <TextInput
        type="url"
        label={t('showcase.link', { number })}
        placeholder={index === 0 ? 'https://www.instagram.com/…' : undefined}
        readOnly={!shown}
        inputContainer={(input) => (
          <div className={classes.row}>
            {input}
            <RemoveButton
              label={t('showcase.removeLink', { number })}
              onClick={() => form.form.removeListItem('social_links', index)}
            />
          </div>
        )}
        {...form.field(`social_links.${index}`)}
      />
    </li>
  );
}
